import { useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'

/** The agent's last speech word by word: those before the interruption are marked. */
export function InterruptedSpeech({
  words,
  heard,
  onChange,
}: {
  words: readonly string[]
  heard: number
  onChange: (heard: number) => void
}) {
  const t = useText()
  return (
    <p className="w-full text-xs leading-6" title={t.textCall.interruptHint}>
      {words.map((word, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place in the speech
          key={index}
          type="button"
          aria-label={t.textCall.interruptAt(word)}
          aria-pressed={index < heard}
          className={cn('rounded px-0.5', index < heard ? 'bg-speak-soft text-speak' : 'text-ink-3 line-through')}
          onClick={() => onChange(index + 1)}
        >
          {word}
        </button>
      ))}
    </p>
  )
}
