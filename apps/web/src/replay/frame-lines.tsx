'use client'

import { type Flow, whyText } from '@parley/flow-runtime'
import { nodeTitle, outcomeTitle } from '../call-page/node-title.ts'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import type { ReplayFrame } from './replay-frames.ts'

/** What was said last, and what was decided at this stop and why. */
export function FrameLines({ frame, flow }: { frame: ReplayFrame | undefined; flow: Flow }) {
  const t = useText()
  const locale = useLocale()
  return (
    <div className="grid min-h-16 gap-x-6 gap-y-1 md:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <div data-testid="replay-words" className="flex flex-col gap-1">
        {frame?.turns.map(({ key, speaker, text, gapMs }) => (
          <p key={key} className="line-clamp-2">
            <span className={cn('mr-2 font-medium text-xs', speaker === 'agent' ? 'text-speak' : 'text-listen')}>
              {speaker === 'agent' ? t.callPage.agent : t.callPage.contact}
            </span>
            {text}
            {gapMs !== undefined && (
              <span className="ml-2 whitespace-nowrap text-ink-3 text-xs">{t.pastCalls.latency(Math.round(gapMs))}</span>
            )}
          </p>
        ))}
      </div>
      <div data-testid="replay-decision" className="flex flex-col gap-1 text-xs">
        {frame?.decisions.map(({ nodeId, outcome, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: decisions of a stop keep their order
          <p key={index}>
            <span className="text-ink-2">{nodeTitle(flow, nodeId, locale)}</span>
            <span className="font-medium">{outcome !== undefined && ` → ${outcomeTitle(flow, nodeId, outcome, locale)}`}</span>
            <span className="block text-ink-3">{whyText(why, locale)}</span>
          </p>
        ))}
      </div>
    </div>
  )
}
