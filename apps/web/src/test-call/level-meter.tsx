'use client'

import type { LocalAudioTrack } from 'livekit-client'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text-provider.tsx'

const bars = [0.05, 0.12, 0.22, 0.36, 0.52]

/** How loud the own microphone is, in five bars; drawn without rendering. */
export function LevelMeter({ track }: { track: LocalAudioTrack }) {
  const t = useText()
  const meter = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    analyser.fftSize = 512
    context.createMediaStreamSource(new MediaStream([track.mediaStreamTrack])).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    let frame = 0
    let shown = 0
    const draw = () => {
      analyser.getFloatTimeDomainData(samples)
      const energy = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
      shown = Math.max(Math.min(1, energy * 5), shown * 0.88)
      for (const [index, bar] of [...(meter.current?.children ?? [])].entries()) bar.toggleAttribute('data-on', shown > (bars[index] ?? 1))
      meter.current?.setAttribute('aria-valuenow', shown.toFixed(2))
      frame = requestAnimationFrame(draw)
    }
    draw()
    return () => {
      cancelAnimationFrame(frame)
      void context.close()
    }
  }, [track])
  return (
    // biome-ignore lint/a11y/useSemanticElements: five bars cannot be drawn inside a meter element
    <div
      ref={meter}
      role="meter"
      aria-label={t.testCall.level}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={0}
      title={t.testCall.level}
      className="flex h-4 items-end gap-[3px]"
    >
      {bars.map((bar, index) => (
        <span key={bar} className="w-[3px] rounded-full bg-line-strong/50 data-on:bg-listen" style={{ height: `${40 + index * 15}%` }} />
      ))}
    </div>
  )
}
