'use client'

import { AudioLines, LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import { useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'

export type TranscriptVersion = 'live' | 'recording'

/** Which transcript is shown, once there are two. */
export function TranscriptSwitch({ shown, onShow }: { shown: TranscriptVersion; onShow: (version: TranscriptVersion) => void }) {
  const t = useText()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lie in a row of controls
    <div role="group" aria-label={t.callPage.versions} className="flex gap-1">
      {(['live', 'recording'] as const).map((version) => (
        <Button
          key={version}
          look="ghost"
          size="small"
          aria-pressed={version === shown}
          data-testid={`transcript-${version}`}
          onClick={() => onShow(version)}
        >
          {version === 'live' ? t.callPage.asHeardLive : t.callPage.fromRecording}
        </Button>
      ))}
    </div>
  )
}

/** Has the recording transcribed anew; where nobody can, the way to somebody who does. */
export function TranscribeButton({ isAvailable, isRunning, onStart }: { isAvailable: boolean; isRunning: boolean; onStart: () => void }) {
  const t = useText()
  if (!isAvailable)
    return (
      <Button size="small" asChild>
        <Link href="/settings/providers" data-testid="transcribe-needs-provider">
          {t.callPage.transcribeNeeds}
        </Link>
      </Button>
    )
  return (
    // Not disabled while it runs: it would lose the focus.
    <Button size="small" aria-disabled={isRunning} title={t.callPage.transcribeHint} data-testid="transcribe" onClick={onStart}>
      {isRunning ? <LoaderCircle size={14} className="animate-spin" aria-hidden /> : <AudioLines size={14} aria-hidden />}
      {isRunning ? t.callPage.transcribing : t.callPage.transcribe}
    </Button>
  )
}
