'use client'

import { Download, Link2, Pause, Play } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'
import { clock } from '../lib/time-words.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'
import type { Mark } from './read-timeline.ts'
import type { usePlayer } from './use-player.ts'
import { useRecordingLink } from './use-recording-link.ts'
import { Waveform } from './waveform.tsx'

type PlayerProps = {
  callId: string
  recording: { seconds: number; peaks: { contact: number[]; agent: number[] } }
  marks: readonly Mark[]
  player: ReturnType<typeof usePlayer>
}

/** The recording: two-lane waveform, play button, position. */
export function Player({ callId, recording, marks, player }: PlayerProps) {
  const t = useText()
  const { ref, position, playing, seek, toggle, events } = player
  const link = useRecordingLink(callId, (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }))
  const failed = () => {
    events.onError()
    if (!link.renew()) toast({ tone: 'bad', message: t.errors.RECORDING_UNAVAILABLE })
  }
  const copy = (address: string) =>
    void navigator.clipboard.writeText(new URL(address, window.location.href).href).then(
      () => toast({ tone: 'good', message: t.callPage.linkCopied }),
      () => toast({ tone: 'bad', message: t.callPage.linkNotCopied }),
    )
  return (
    <section className="rounded-xl border border-line bg-surface p-4 shadow-card" aria-label={t.callPage.position}>
      <audio ref={ref} src={link.address} preload="metadata" data-testid="recording" {...events} onError={failed} />
      <div className="grid grid-cols-[3.5rem_1fr] items-stretch gap-x-3">
        <div aria-hidden className="flex flex-col justify-around text-right text-xs">
          <span className="text-speak">{t.callPage.agent}</span>
          <span className="text-listen">{t.callPage.contact}</span>
        </div>
        <Waveform peaks={recording.peaks} seconds={recording.seconds} position={position} marks={marks} onSeek={seek} />
      </div>
      <div className="mt-3 flex items-center gap-3">
        <Button look="primary" size="icon" aria-label={playing ? t.callPage.pause : t.callPage.play} data-testid="play" onClick={toggle}>
          {playing ? <Pause size={15} /> : <Play size={15} />}
        </Button>
        <input
          type="range"
          aria-label={t.callPage.position}
          aria-valuetext={clock(position)}
          className="h-1.5 flex-1 accent-ink"
          min={0}
          max={recording.seconds}
          step={0.1}
          value={Math.min(position, recording.seconds)}
          onChange={(event) => seek(Number(event.currentTarget.value))}
        />
        <span className="font-mono text-ink-2 text-xs tabular-nums">
          {clock(position)} / {clock(recording.seconds)}
        </span>
        <Button
          size="icon"
          aria-label={t.callPage.copyLink}
          title={t.callPage.copyLink}
          data-testid="copy-recording-link"
          disabled={link.isBusy}
          onClick={() => link.withFresh(copy)}
        >
          <Link2 size={15} aria-hidden />
        </Button>
        <Button
          data-testid="download-trimmed"
          disabled={link.isBusy}
          onClick={() => link.withFresh((address) => window.location.assign(`${address}&trim=1`))}
        >
          <Download size={15} aria-hidden />
          {t.callPage.downloadTrimmed}
        </Button>
      </div>
    </section>
  )
}
