'use client'

import type { Flow } from '@parley/flow-runtime'
import { useEffect, useRef } from 'react'
import { nodeTitle, outcomeTitle } from '../call-page/node-title.ts'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { clock } from '../lib/time-words.ts'
import type { ReplayFrame } from './replay-frames.ts'

type StepListProps = { frames: readonly ReplayFrame[]; index: number; flow: Flow; timed: boolean; onGo: (frame: ReplayFrame) => void }

/** Every stop of the call, one line each; the current one stays in view. */
export function StepList({ frames, index, flow, timed, onGo }: StepListProps) {
  const t = useText()
  const locale = useLocale()
  const current = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element follows the index
  useEffect(() => {
    void current.current?.scrollIntoView({ block: 'nearest' })
  }, [index])
  return (
    <ol data-testid="steps" aria-label={t.pastCalls.steps} className="min-h-0 flex-1 overflow-y-auto p-1.5">
      {frames.map((frame, place) => {
        const { nodeId = '', decisions, seconds } = frame
        const [decision] = decisions
        const title = nodeTitle(flow, decision?.nodeId ?? nodeId, locale)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: stops keep their order
          <li key={place}>
            <button
              ref={place === index ? current : undefined}
              type="button"
              aria-current={place === index ? 'step' : undefined}
              onClick={() => onGo(frame)}
              className={cn('flex w-full gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover', place === index && 'bg-hover')}
            >
              <span className="w-8 shrink-0 font-mono text-ink-3 text-xs leading-5 tabular-nums">{timed ? clock(seconds) : place + 1}</span>
              <span className="min-w-0">
                <span className={cn('block truncate', decision && 'font-medium')}>
                  {title}
                  {decision?.outcome !== undefined && ` → ${outcomeTitle(flow, decision.nodeId, decision.outcome, locale)}`}
                </span>
                <span className="block truncate text-ink-3 text-xs">{frame.turns.at(-1)?.text}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
