import { useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import type { ReadCall } from './read-call-type.ts'
import { TurnTime, TurnWords } from './turn-parts.tsx'

type Props = { turns: NonNullable<ReadCall['transcription']>['turns']; position: number; onSeek: (seconds: number) => void }

/** What a vendor heard in the recording; the turn being played is marked. */
export function TranscribedTurns({ turns, position, onSeek }: Props) {
  const t = useText()
  if (turns.length === 0) return <p className="text-ink-2">{t.callPage.nothingHeard}</p>
  const current = position > 0 ? turns.findLastIndex(({ startMs }) => startMs / 1000 <= position) : -1
  return (
    <ol data-testid="transcribed" className="overflow-hidden rounded-xl border border-line bg-surface shadow-card">
      {turns.map(({ speaker, text, startMs }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a transcription never changes its order
          key={index}
          data-testid={`turn-${speaker}`}
          className={cn(
            'grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-4 border-line border-t px-4 py-3 first:border-t-0',
            index === current && 'bg-hover/60',
          )}
        >
          <TurnTime seconds={startMs / 1000} onSeek={onSeek} />
          <TurnWords speaker={speaker} words={text} />
        </li>
      ))}
    </ol>
  )
}
