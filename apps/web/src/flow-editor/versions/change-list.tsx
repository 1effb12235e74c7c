'use client'

import { type ComparisonLine, comparisonLines, type FlowComparison } from '@parley/flow-runtime/compare'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'

const looks: Record<ComparisonLine['mark'], string> = { '+': 'text-do', '-': 'text-danger', '~': 'text-call', '>': 'text-ink-3' }
const mostShown = 200

/** What differs, in words; a line about a node leads there. */
export function ChangeList({ comparison, onGo }: { comparison: FlowComparison; onGo: (nodeId: string) => void }) {
  const t = useText()
  const lines = comparisonLines(comparison, useLocale())
  if (lines.length === 0) return <p className="px-1.5 text-ink-2">{t.versions.same}</p>
  return (
    <ul data-testid="change-list" className="flex flex-col gap-0.5 text-xs">
      {lines.slice(0, mostShown).map(({ mark, text, details, nodeId }) => {
        const words = (
          <>
            <span className={cn('w-16 shrink-0', looks[mark])}>{t.versions.marks[mark]}</span>
            <span className="min-w-0 flex-1 break-words text-left">
              {text}
              {details.map((detail) => (
                <span key={detail} className="block text-ink-3">
                  {detail}
                </span>
              ))}
            </span>
          </>
        )
        return (
          <li key={`${mark}${text}`}>
            {nodeId === undefined ? (
              <span className="flex gap-2 px-1.5 py-1">{words}</span>
            ) : (
              <button type="button" className="flex w-full gap-2 rounded-md px-1.5 py-1 hover:bg-hover" onClick={() => onGo(nodeId)}>
                {words}
              </button>
            )}
          </li>
        )
      })}
      {lines.length > mostShown && <li className="px-1.5 py-1 text-ink-3">{t.versions.more(lines.length - mostShown)}</li>}
    </ul>
  )
}
