import type { ReactNode } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { clock } from '../lib/time-words.ts'

/** When a turn began; pressed, the recording plays from there. */
export function TurnTime({ seconds, onSeek }: { seconds: number; onSeek: (seconds: number) => void }) {
  const t = useText()
  return (
    <button
      type="button"
      className="h-5 self-start rounded text-left font-mono text-ink-3 text-xs tabular-nums hover:text-ink hover:underline"
      aria-label={t.callPage.seek(clock(seconds))}
      onClick={() => onSeek(seconds)}
    >
      {clock(seconds)}
    </button>
  )
}

/** Who spoke and the words; `children` stand below them. */
export function TurnWords({ speaker, words, children }: { speaker: 'agent' | 'contact'; words: ReactNode; children?: ReactNode }) {
  const t = useText()
  const isAgent = speaker === 'agent'
  return (
    <div className={cn('border-l-[3px] pl-3', isAgent ? 'border-speak' : 'border-listen')}>
      <p className={cn('font-medium text-xs', isAgent ? 'text-speak' : 'text-listen')}>{isAgent ? t.callPage.agent : t.callPage.contact}</p>
      <p className="mt-0.5 text-sm leading-relaxed">{words}</p>
      {children}
    </div>
  )
}
