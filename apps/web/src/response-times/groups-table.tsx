import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { milliseconds } from '../lib/time-words.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import type { ReadTimes } from './read-times.ts'
import type { WantedTimes } from './wanted.ts'

type TableProps = { groups: ReadTimes['groups']; wanted: WantedTimes; onWant: (change: Partial<WantedTimes>) => void }

/** Every flow on every channel that had answers; pressing one looks at it alone, pressing it again at all. */
export function GroupsTable({ groups, wanted, onWant }: TableProps) {
  const t = usePageText()
  const locale = useLocale()
  const { shortPercentiles, answersHead } = t.responseTimes
  return (
    <Panel title={t.responseTimes.byFlow}>
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <thead className="text-ink-3 text-xs">
            <tr>
              <th scope="col" className="pb-1.5 font-medium">
                {t.calls.flow}
              </th>
              {[answersHead, shortPercentiles.p50, shortPercentiles.p90].map((head) => (
                <th key={head} scope="col" className="whitespace-nowrap pb-1.5 pl-3 text-right font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ flowId, flowName, channel, turns, p50, p90 }) => {
              const isChosen = wanted.flow === flowId && wanted.channel === channel
              return (
                <tr key={`${flowId}-${channel}`} className="border-line border-t">
                  <th scope="row" className="max-w-0 w-full py-1 font-normal">
                    <Button
                      look="ghost"
                      size="small"
                      className="-ml-2 max-w-full text-[13px] text-ink"
                      aria-pressed={isChosen}
                      title={flowName}
                      onClick={() => onWant(isChosen ? { flow: undefined, channel: undefined } : { flow: flowId, channel })}
                    >
                      <span className="truncate">{flowName}</span>
                      <span className="font-normal text-ink-3">{t.callPage.channels[channel]}</span>
                    </Button>
                  </th>
                  <td className="py-1 pl-3 text-right font-mono tabular-nums">{turns.toLocaleString(locale)}</td>
                  <td className="whitespace-nowrap py-1 pl-3 text-right font-mono tabular-nums">{milliseconds(p50, locale)}</td>
                  <td className="whitespace-nowrap py-1 pl-3 text-right font-mono tabular-nums">{milliseconds(p90, locale)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
