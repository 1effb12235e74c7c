'use client'

import type { JournalEntry } from '@parley/flow-runtime'
import { useMemo } from 'react'
import { LatencyWaterfall } from '../call-page/latency-waterfall.tsx'
import { readTimeline } from '../call-page/read-timeline.ts'

/** How long the newest answer took, stage by stage, as on the page of the call. */
export function AnswerTimes({ entries }: { entries: readonly JournalEntry[] }) {
  const answered = useMemo(() => readTimeline(entries, entries[0]?.at ?? 0).turns.filter(({ gapMs }) => gapMs !== undefined), [entries])
  const last = answered.at(-1)
  if (last?.gapMs === undefined) return null
  const scaleMs = Math.max(...answered.map(({ gapMs = 0 }) => gapMs))
  return (
    <div data-testid="answer-times" className="border-line border-t px-4 pb-2">
      <LatencyWaterfall bars={last.bars} sound={last.sound} gapMs={last.gapMs} scaleMs={scaleMs} />
    </div>
  )
}
