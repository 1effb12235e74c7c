'use client'

import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { clock } from '../lib/time-words.ts'
import { MarkIcon } from './mark-icon.tsx'
import { markWords } from './mark-words.ts'
import type { Mark } from './read-timeline.ts'

type WaveformProps = {
  peaks: { contact: readonly number[]; agent: readonly number[] }
  seconds: number
  position: number
  marks: readonly Mark[]
  onSeek: (seconds: number) => void
}

const height = 104
const barWidth = 3

/** Both sides of the recording on one axis: agent above, caller below. A picture; the slider beside it is the control. */
export function Waveform({ peaks, seconds, position, marks, onSeek }: WaveformProps) {
  const t = useText()
  const ref = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const canvas = ref.current
    if (!canvas) return
    const draw = () => paint(canvas, peaks, seconds === 0 ? 0 : position / seconds)
    draw()
    const observer = new ResizeObserver(draw)
    observer.observe(canvas)
    const theme = new MutationObserver(draw)
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      observer.disconnect()
      theme.disconnect()
    }
  }, [peaks, seconds, position])

  const seek = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    onSeek(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * seconds)
  }

  return (
    <div className="relative">
      <canvas
        ref={ref}
        aria-hidden
        data-testid="waveform"
        className="block w-full cursor-pointer"
        style={{ height }}
        onPointerDown={seek}
      />
      {marks.map((mark) => (
        <button
          key={mark.key}
          type="button"
          tabIndex={-1}
          aria-hidden
          title={`${clock(mark.seconds)} ${markWords(mark, t)}`}
          data-testid={`mark-${mark.kind}`}
          onClick={() => onSeek(mark.seconds)}
          className="group absolute top-0 h-full w-3 -translate-x-1/2"
          style={{ left: `${seconds === 0 ? 0 : Math.min(100, (mark.seconds / seconds) * 100)}%` }}
        >
          <span className="mx-auto block h-full w-px bg-call/60 group-hover:bg-call" />
          <span className="absolute top-0 left-1/2 grid size-4 -translate-x-1/2 place-items-center rounded-full border border-line bg-surface text-call">
            <MarkIcon kind={mark.kind} />
          </span>
        </button>
      ))}
    </div>
  )
}

/** Draws the bars; the part that was played is in full colour. */
function paint(canvas: HTMLCanvasElement, peaks: WaveformProps['peaks'], played: number) {
  const width = canvas.clientWidth
  const scale = window.devicePixelRatio || 1
  canvas.width = width * scale
  canvas.height = height * scale
  const context = canvas.getContext('2d')
  if (!context || width === 0) return
  const style = getComputedStyle(canvas)
  const colours = { agent: style.getPropertyValue('--speak'), contact: style.getPropertyValue('--listen') }
  context.scale(scale, scale)
  const bars = Math.floor(width / barWidth)
  const middle = height / 2
  for (let bar = 0; bar < bars; bar += 1) {
    context.globalAlpha = bar / bars <= played ? 1 : 0.38
    for (const side of ['agent', 'contact'] as const) {
      const level = Math.max(1, loudest(peaks[side], bar / bars, (bar + 1) / bars) * (middle - 3))
      context.fillStyle = colours[side]
      context.fillRect(bar * barWidth, side === 'agent' ? middle - 1 - level : middle + 1, barWidth - 1, level)
    }
  }
}

/** The highest peak between two parts (0 to 1) of the recording. */
function loudest(values: readonly number[], from: number, to: number): number {
  const first = Math.floor(from * values.length)
  const last = Math.max(first + 1, Math.ceil(to * values.length))
  let highest = 0
  for (let index = first; index < last && index < values.length; index += 1) highest = Math.max(highest, values[index] ?? 0)
  return highest
}
