'use client'

import { Pencil, PhoneForwarded, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import { ByHandStep } from './by-hand-step.tsx'
import { hoursWords } from './hours-words.ts'
import type { ListedNumber, Telephony } from './telephony-types.ts'
import { useRoute } from './use-route.ts'

type NumbersTableProps = { telephony: Telephony; onEdit: (number: ListedNumber) => void; onRemove: (number: ListedNumber) => void }

/** Each number, and where those who call it are led. */
export function NumbersTable({ telephony, onEdit, onRemove }: NumbersTableProps) {
  const t = usePageText()
  const { route, byHand, isPending } = useRoute()
  const { numbers, mayChange } = telephony
  const heads = [t.numbers.number, t.numbers.answers, t.numbers.when, t.numbers.outside, t.numbers.language]
  return (
    <div className="flex flex-col gap-3">
      {byHand && <ByHandStep {...byHand} />}
      <div className="overflow-x-auto rounded-xl border border-line bg-surface shadow-card">
        <table className="w-full text-left">
          <thead className="border-line border-b text-ink-3 text-xs">
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className="whitespace-nowrap px-4 py-2.5 font-medium">
                  {head}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {numbers.map((number) => (
              <tr key={number.id} data-testid={`number-${number.number}`} className="border-line border-t first:border-t-0">
                <NumberCells number={number} telephony={telephony} />
                <td className="whitespace-nowrap px-3 py-2 text-right">
                  {mayChange && (
                    <>
                      <Button
                        look="ghost"
                        size="icon"
                        title={t.numbers.route}
                        aria-label={t.numbers.routeOf(number.international)}
                        disabled={isPending}
                        onClick={() => void route(number)}
                      >
                        <PhoneForwarded size={15} aria-hidden />
                      </Button>
                      <Button
                        look="ghost"
                        size="icon"
                        aria-label={t.numbers.changeNumber(number.international)}
                        onClick={() => onEdit(number)}
                      >
                        <Pencil size={15} aria-hidden />
                      </Button>
                      <Button
                        look="ghost"
                        size="icon"
                        aria-label={t.numbers.removeNumber(number.international)}
                        onClick={() => onRemove(number)}
                      >
                        <Trash2 size={15} aria-hidden />
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function NumberCells({ number, telephony }: { number: ListedNumber; telephony: Telephony }) {
  const t = usePageText()
  const locale = useLocale()
  const { hours, outsideFlowId, language } = number.routing
  const words = hoursWords(hours, locale)
  return (
    <>
      <th scope="row" className="px-4 py-2.5 font-normal">
        <span className="block whitespace-nowrap font-medium tabular-nums" title={number.national}>
          {number.international}
        </span>
        <span className="block max-w-48 truncate text-ink-3 text-xs">{[number.national, number.name].filter(Boolean).join(' · ')}</span>
      </th>
      <td className="max-w-56 px-4 py-2.5">
        <FlowName flowId={number.flowId} none={t.numbers.noFlow} flows={telephony.flows} />
      </td>
      <td className="px-4 py-2.5 text-ink-2 tabular-nums">
        {words.length === 0
          ? t.numbers.always
          : words.map((line) => (
              <span key={line} className="block whitespace-nowrap">
                {line}
              </span>
            ))}
      </td>
      <td className="max-w-56 px-4 py-2.5">
        {words.length === 0 ? (
          <span className="text-ink-3">–</span>
        ) : (
          <FlowName flowId={outsideFlowId ?? null} none={t.numbers.busy} flows={telephony.flows} />
        )}
      </td>
      <td className="px-4 py-2.5">
        {language ? t.numbers.languages[language] : <span className="text-ink-3">{t.numbers.flowLanguage}</span>}
      </td>
    </>
  )
}

function FlowName({ flowId, none, flows }: { flowId: string | null; none: string; flows: Telephony['flows'] }) {
  const t = usePageText()
  if (flowId === null) return <span className="text-ink-3">{none}</span>
  const flow = flows.find(({ id }) => id === flowId)
  if (!flow) return <span className="text-danger">{t.numbers.flowGone}</span>
  return (
    <>
      <Link href={`/flows/${flow.id}`} className="block truncate rounded font-medium hover:underline" title={flow.name}>
        {flow.name}
      </Link>
      <span className={flow.publishedNumber === null ? 'text-danger text-xs' : 'text-ink-3 text-xs'}>
        {flow.publishedNumber === null ? t.numbers.notPublished : t.numbers.version(flow.publishedNumber)}
      </span>
    </>
  )
}
