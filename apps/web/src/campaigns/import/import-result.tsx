'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck, Download } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { usePageText } from '../../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../../trpc/error-code.ts'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorState, LoadingRows } from '../../ui/states.tsx'
import type { ImportNews } from './import-news.ts'
import { problemSentence } from './problem-sentence.ts'

type ImportResultProps = { result: Extract<ImportNews, { state: 'done' }>; onAgain: () => void }

const shown = 100

/** How many leads came of a file, and which rows became none, with why. */
export function ImportResult({ result: { importId, leads, refused, campaign }, onAgain }: ImportResultProps) {
  const t = usePageText()
  const locale = useLocale()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <section data-testid="import-result" className="flex flex-col gap-4">
      <div className="flex gap-3 rounded-xl border border-line bg-surface p-5 shadow-card">
        <CircleCheck size={18} className="mt-px shrink-0 text-do" aria-hidden />
        <div>
          <h2 ref={title} tabIndex={-1} className="rounded font-semibold text-[15px]">
            {t.leadImport.done(leads)}
          </h2>
          <p className="mt-0.5 text-ink-2">{typeset(t.leadImport.news[campaign])}</p>
        </div>
      </div>
      {refused > 0 && (
        <div>
          <div className="mb-2 flex flex-wrap items-center gap-3">
            <h2 className="flex-1 font-semibold text-[15px]">{t.leadImport.refused(refused)}</h2>
            <Button size="small" asChild>
              <a href={`/api/lead-imports/${importId}?language=${locale}`} download data-testid="download-refused">
                <Download size={13} aria-hidden />
                {t.leadImport.download}
              </a>
            </Button>
          </div>
          <RefusedRows importId={importId} all={refused} />
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onAgain}>{t.leadImport.another}</Button>
        <Button look="primary" asChild>
          <Link href="/campaigns">{t.leadImport.toCampaigns}</Link>
        </Button>
      </div>
    </section>
  )
}

function RefusedRows({ importId, all }: { importId: string; all: number }) {
  const t = usePageText()
  const query = useQuery(useTRPC().campaigns.refusedRows.queryOptions({ importId, take: shown }))
  if (query.isPending) return <LoadingRows rows={2} />
  if (query.isError) return <ErrorState message={errorSentence(t, errorCode(query.error))} onRetry={() => void query.refetch()} />
  return (
    <>
      {all > shown && <p className="mb-2 text-ink-2 text-xs">{typeset(t.leadImport.refusedFirst(shown, all))}</p>}
      <div className="overflow-x-auto rounded-xl border border-line bg-surface shadow-card">
        <table className="w-full text-left" data-testid="refused-rows">
          <thead className="border-line border-b text-ink-3 text-xs">
            <tr>
              {[t.leadImport.row, t.leadImport.column, t.leadImport.reason].map((head) => (
                <th key={head} scope="col" className="px-4 py-2 font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {query.data.map(({ row, column, reason }) => (
              <tr key={row} className="border-line border-t first:border-t-0">
                <td className="px-4 py-1.5 tabular-nums">{row}</td>
                <td className="px-4 py-1.5 tabular-nums">{column ?? '–'}</td>
                <td className="px-4 py-1.5">{typeset(problemSentence(reason, t))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
