'use client'

import type { Flow } from '@parley/flow-runtime'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { FrameLines } from './frame-lines.tsx'
import { ReplayCanvas } from './replay-canvas.tsx'
import { ReplayControls } from './replay-controls.tsx'
import { frameAt, onCanvas, type ReplayFrame } from './replay-frames.ts'
import { StepList } from './step-list.tsx'

/** Where the replay is; a recording's player or a clock. Seconds. */
export type ReplayTime = { position: number; playing: boolean; seek: (seconds: number, play?: boolean) => void; toggle: () => void }

type StageProps = {
  flow: Flow
  frames: readonly ReplayFrame[]
  time: ReplayTime
  length: number
  /** The stops have instants of the call, not only an order. */
  timed: boolean
  /** Above the list of steps. */
  children?: ReactNode
}

/** Canvas, steps, words and controls of one replay: whatever is clicked, everything else follows. */
export function ReplayStage({ flow, frames, time, length, timed, children }: StageProps) {
  const t = useText()
  const { position, playing, seek, toggle } = time
  const index = frameAt(frames, position)
  const frame = frames[index]

  const now = useRef({ index, frames })
  now.current = { index, frames }
  const toNode = useCallback(
    (nodeId: string) => {
      const { index: from, frames: all } = now.current
      const isThere = (one: ReplayFrame) => one.nodeId !== undefined && onCanvas(one.nodeId) === nodeId
      const wanted = all.slice(from + 1).find(isThere) ?? all.find(isThere)
      if (wanted) seek(wanted.seconds)
    },
    [seek],
  )

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('input, button, a, textarea, .react-flow')) return
      const wanted = event.key === 'ArrowRight' ? frames[index + 1] : event.key === 'ArrowLeft' ? frames[index - 1] : undefined
      if (wanted) seek(wanted.seconds)
      if (event.key === ' ') {
        event.preventDefault()
        toggle()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [frames, index, seek, toggle])

  return (
    <>
      <div className="flex min-h-0 flex-1">
        <main className="relative min-w-0 flex-1">
          <ReplayCanvas flow={flow} frame={frame} onNode={toNode} />
        </main>
        <aside aria-label={t.pastCalls.steps} className="flex w-72 shrink-0 flex-col overflow-hidden border-line border-l bg-surface">
          {children}
          <StepList frames={frames} index={index} flow={flow} timed={timed} onGo={({ seconds }) => seek(seconds)} />
        </aside>
      </div>
      <section aria-label={t.pastCalls.replayTitle} className="flex shrink-0 flex-col gap-3 border-line border-t bg-surface px-4 py-3">
        {timed && <FrameLines frame={frame} flow={flow} />}
        <ReplayControls
          frames={frames}
          index={index}
          position={position}
          length={length}
          playing={playing}
          onToggle={toggle}
          onSeek={seek}
        />
      </section>
    </>
  )
}
