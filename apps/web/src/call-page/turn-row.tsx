'use client'

import { type Flow, whyText } from '@parley/flow-runtime'
import { useEffect, useRef } from 'react'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { LatencyWaterfall } from './latency-waterfall.tsx'
import { nodeTitle, outcomeTitle } from './node-title.ts'
import type { TimelineTurn } from './read-timeline.ts'
import { slotWords } from './slot-words.ts'
import { TurnTime, TurnWords } from './turn-parts.tsx'

type TurnRowProps = { turn: TimelineTurn; flow: Flow | null; current: boolean; scaleMs: number; onSeek: (seconds: number) => void }

/** One turn: when, who, the words, and beside them what the flow made of it. */
export function TurnRow({ turn, flow, current, scaleMs, onSeek }: TurnRowProps) {
  const t = useText()
  const locale = useLocale()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <li
      ref={row}
      aria-current={current || undefined}
      data-testid={`turn-${turn.speaker}`}
      className={cn(
        'grid grid-cols-[3.25rem_minmax(0,1fr)_minmax(0,18rem)] gap-x-4 border-line border-t px-4 py-3 first:border-t-0',
        current && 'bg-hover/60',
      )}
    >
      <TurnTime seconds={turn.seconds} onSeek={onSeek} />
      <TurnWords
        speaker={turn.speaker}
        words={
          <>
            {turn.text}
            {turn.interrupted && <span className="ml-2 text-call text-xs">— {t.callPage.interrupted}</span>}
          </>
        }
      >
        {turn.gapMs !== undefined && <LatencyWaterfall bars={turn.bars} sound={turn.sound} gapMs={turn.gapMs} scaleMs={scaleMs} />}
      </TurnWords>
      <div className="flex flex-col gap-1.5 text-xs">
        {turn.slots.map((slot) => {
          const words = slotWords(slot, flow, t)
          if (!words) return null
          return (
            <p key={`${slot.name}-${String(slot.value)}`} className="flex flex-wrap items-baseline gap-x-1.5">
              <span className="text-ink-3">{words.title}</span>
              <span className="font-medium">{words.value}</span>
              <span className="text-ink-3">{t.callPage.confidence(slot.confidence)}</span>
            </p>
          )
        })}
        {turn.decisions.map((decision, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: decisions of a turn keep their order
          <div key={index} data-testid="decision">
            <p>
              <span className="text-ink-2">{nodeTitle(flow, decision.nodeId, locale)}</span>
              {decision.outcome !== undefined && (
                <>
                  <span aria-hidden className="text-ink-3">
                    {' → '}
                  </span>
                  <span className="font-medium">{outcomeTitle(flow, decision.nodeId, decision.outcome, locale)}</span>
                </>
              )}
            </p>
            <p className="text-ink-3 empty:hidden">{whyText(decision.why, locale)}</p>
          </div>
        ))}
      </div>
    </li>
  )
}
