'use client'

import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'
import { clock } from '../lib/time-words.ts'
import { Button } from '../ui/button.tsx'
import type { ReplayFrame } from './replay-frames.ts'

type ControlsProps = {
  frames: readonly ReplayFrame[]
  index: number
  position: number
  length: number
  playing: boolean
  onToggle: () => void
  onSeek: (seconds: number) => void
}

/** Play, step by step, and anywhere by the slider. */
export function ReplayControls({ frames, index, position, length, playing, onToggle, onSeek }: ControlsProps) {
  const t = useText()
  const go = (to: number) => {
    const frame = frames[to]
    if (frame) onSeek(frame.seconds)
  }
  return (
    <div className="flex items-center gap-2">
      <Button
        look="ghost"
        size="icon"
        aria-label={t.pastCalls.previous}
        title={`${t.pastCalls.previous} ←`}
        data-testid="previous-step"
        disabled={index <= 0}
        onClick={() => go(index - 1)}
      >
        <SkipBack size={15} aria-hidden />
      </Button>
      <Button look="primary" size="icon" aria-label={playing ? t.callPage.pause : t.callPage.play} data-testid="play" onClick={onToggle}>
        {playing ? <Pause size={15} /> : <Play size={15} />}
      </Button>
      <Button
        look="ghost"
        size="icon"
        aria-label={t.pastCalls.next}
        title={`${t.pastCalls.next} →`}
        data-testid="next-step"
        disabled={index >= frames.length - 1}
        onClick={() => go(index + 1)}
      >
        <SkipForward size={15} aria-hidden />
      </Button>
      <input
        type="range"
        aria-label={t.pastCalls.positionInCall}
        aria-valuetext={`${clock(position)}, ${t.pastCalls.stepOf(index + 1, frames.length)}`}
        className="h-1.5 min-w-24 flex-1 accent-ink"
        min={0}
        max={length}
        step={0.1}
        value={Math.min(position, length)}
        onChange={(event) => onSeek(Number(event.currentTarget.value))}
      />
      <span className="font-mono text-ink-2 text-xs tabular-nums">
        {clock(position)} / {clock(length)}
      </span>
      <span data-testid="step-of" className="whitespace-nowrap text-ink-3 text-xs tabular-nums">
        {t.pastCalls.stepOf(index + 1, frames.length)}
      </span>
    </div>
  )
}
