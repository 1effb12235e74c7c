'use client'

import { LoaderCircle, Play, Square } from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { Button } from '../../ui/button.tsx'
import { type SampleOf, useSample } from '../../voices/use-sample.tsx'

type PlayWordsProps = { name: string; of: SampleOf; className?: string }

/** Plays words of the flow, or stops them. */
export function PlayWords({ name, of, className }: PlayWordsProps) {
  const t = useText()
  const { state, toggle, isOf } = useSample()
  const phase = isOf(of) ? state?.phase : undefined
  const label = phase === 'making' ? t.forms.makingSpeech : phase === 'playing' ? t.forms.playing : name
  const Icon = phase === 'making' ? LoaderCircle : phase === 'playing' ? Square : Play
  return (
    <Button
      look="ghost"
      size="tiny"
      data-testid="play-words"
      data-phase={phase ?? 'silent'}
      aria-label={label}
      title={label}
      disabled={!of.text}
      className={cn('nodrag rounded-full', className)}
      onClick={(event) => {
        event.stopPropagation()
        toggle(of)
      }}
    >
      <Icon
        size={12}
        fill={phase === 'making' ? 'none' : 'currentColor'}
        className={cn(phase === 'making' && 'animate-spin')}
        aria-hidden
      />
    </Button>
  )
}
