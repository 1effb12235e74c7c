'use client'

import type { Flow } from '@parley/flow-runtime'
import { useText } from '../i18n/text-provider.tsx'
import { clock } from '../lib/time-words.ts'
import { Badge } from '../ui/badge.tsx'
import { markWords } from './mark-words.ts'
import type { Timeline } from './read-timeline.ts'
import { TurnRow } from './turn-row.tsx'

/** Shorter answers are drawn on a scale of one second, so that fast and slow calls can be compared. */
const smallestScaleMs = 1000

type TranscriptProps = { timeline: Timeline; flow: Flow | null; position: number; onSeek: (seconds: number) => void }

/** The turns as they were heard live, in their order; the one being played is marked. */
export function Transcript({ timeline, flow, position, onSeek }: TranscriptProps) {
  const t = useText()
  const { turns, marks } = timeline
  const scaleMs = Math.max(smallestScaleMs, ...turns.map(({ gapMs }) => gapMs ?? 0))
  const current = position > 0 ? turns.findLast(({ seconds }) => seconds <= position)?.key : undefined
  return (
    <>
      {turns.length === 0 ? (
        <p className="text-ink-2">{t.callPage.noTurns}</p>
      ) : (
        <ol className="overflow-hidden rounded-xl border border-line bg-surface shadow-card">
          {turns.map((turn) => (
            <TurnRow key={turn.key} turn={turn} flow={flow} current={turn.key === current} scaleMs={scaleMs} onSeek={onSeek} />
          ))}
        </ol>
      )}
      {marks.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-2">
          {marks.map((mark) => (
            <li key={mark.key}>
              <button
                type="button"
                className="rounded"
                aria-label={t.callPage.seek(`${clock(mark.seconds)}, ${markWords(mark, t)}`)}
                onClick={() => onSeek(mark.seconds)}
              >
                <Badge tone={mark.kind === 'note' ? 'warning' : 'neutral'}>
                  <span className="font-mono tabular-nums">{clock(mark.seconds)}</span> {markWords(mark, t)}
                </Badge>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
