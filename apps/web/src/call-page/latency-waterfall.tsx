import { useText } from '../i18n/text-provider.tsx'
import { stageColours } from '../ui/stage-colours.ts'
import type { TimelineTurn } from './read-timeline.ts'

type WaterfallProps = Pick<TimelineTurn, 'bars' | 'sound'> & { gapMs: number; scaleMs: number }

/** Where the time of one answer went, from the caller's last word to the agent's first sound. `scaleMs`: width of the whole row. */
export function LatencyWaterfall({ bars, sound, gapMs, scaleMs }: WaterfallProps) {
  const t = useText()
  const parts = bars.map(({ stage, fromMs, toMs }) => `${t.callPage.stages[stage]} ${Math.round(toMs - fromMs)} ms`)
  return (
    <details className="group mt-2 text-xs">
      <summary className="flex list-none items-center gap-2 rounded text-ink-3" title={parts.join(' · ')}>
        <span className="sr-only">{t.callPage.latencyOf(Math.round(gapMs))}</span>
        <span aria-hidden className="flex h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
          {bars.map(({ stage, fromMs, toMs }) => (
            <span key={stage} className={stageColours[stage]} style={{ width: `${((toMs - fromMs) / scaleMs) * 100}%` }} />
          ))}
        </span>
        <span aria-hidden className="w-14 text-right font-mono tabular-nums">
          {Math.round(gapMs)} ms
        </span>
      </summary>
      <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
        {bars.map(({ stage, fromMs, toMs }) => (
          <li key={stage} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2 rounded-full ${stageColours[stage]}`} />
            {t.callPage.stages[stage]} <span className="font-mono tabular-nums">{Math.round(toMs - fromMs)} ms</span>
          </li>
        ))}
        {sound?.audio && <li>{t.callPage.sounds[sound.audio]}</li>}
        {sound?.foreseen !== undefined && <li>{sound.foreseen ? t.callPage.foreseen : t.callPage.notForeseen}</li>}
      </ul>
    </details>
  )
}
