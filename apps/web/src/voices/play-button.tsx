'use client'

import { LoaderCircle, Play, Square } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import { type SampleOf, useSample } from './use-sample.tsx'

/** Plays a sentence in a voice, or stops it. */
export function PlayButton({ name, of }: { name: string; of: SampleOf }) {
  const t = useText()
  const { state, toggle, isOf } = useSample()
  const phase = isOf(of) ? state?.phase : undefined
  const label = phase === 'making' ? t.voices.making(name) : phase === 'playing' ? t.voices.stop(name) : t.voices.play(name)
  return (
    <Button
      size="icon"
      className="rounded-full"
      data-testid="play-voice"
      data-phase={phase ?? 'silent'}
      aria-label={label}
      onClick={() => toggle(of)}
    >
      {phase === 'making' && <LoaderCircle size={15} className="animate-spin" aria-hidden />}
      {phase === 'playing' && <Square size={13} fill="currentColor" aria-hidden />}
      {(phase === undefined || phase === 'failed') && <Play size={14} fill="currentColor" className="translate-x-px" aria-hidden />}
    </Button>
  )
}
