'use client'

import type { LocalAudioTrack } from 'livekit-client'
import { Phone, PhoneOff } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { clock } from '../lib/time-words.ts'
import { useNow } from '../lib/use-now.ts'
import { Button } from '../ui/button.tsx'
import { type CallPhase, isRunning } from './call-phase.ts'
import { LevelMeter } from './level-meter.tsx'

const everyMs = 500

type CallControlsProps = {
  phase: CallPhase
  microphone?: LocalAudioTrack
  answeredAt?: number
  onCall: () => void
  onHangUp: () => void
}

/** The call's state in words, its time, the own voice, and the one button that matters now. */
export function CallControls({ phase, microphone, answeredAt, onCall, onHangUp }: CallControlsProps) {
  const t = useText()
  const now = useNow(everyMs)
  const isLive = phase.name === 'inCall'
  const words = phase.name === 'idle' ? undefined : t.testCall[phase.name]
  return (
    <div className="flex items-center gap-3">
      {words && (
        <span
          role="status"
          data-testid="call-phase"
          data-phase={phase.name}
          className={cn('flex items-center gap-2 whitespace-nowrap text-xs', phase.name === 'failed' ? 'text-danger' : 'text-ink-2')}
        >
          {isLive && <span aria-hidden className="size-2 rounded-full bg-do" />}
          {words}
        </span>
      )}
      {isLive && answeredAt !== undefined && now !== undefined && (
        <span className="font-medium tabular-nums">{clock((now - answeredAt) / 1000)}</span>
      )}
      {isRunning(phase) && microphone && <LevelMeter track={microphone} />}
      {isRunning(phase) ? (
        <Button look="danger" size="small" data-testid="hang-up" disabled={phase.name === 'ending'} onClick={onHangUp}>
          <PhoneOff size={14} aria-hidden />
          {t.testCall.hangUp}
        </Button>
      ) : (
        <Button look="go" size="small" data-testid="call" onClick={onCall}>
          <Phone size={14} aria-hidden />
          {phase.name === 'idle' ? t.testCall.call : t.testCall.callAgain}
        </Button>
      )}
    </div>
  )
}
