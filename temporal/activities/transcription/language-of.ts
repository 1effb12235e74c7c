import type { JournalEntry, Language } from '@parley/flow-runtime'

/** The language a call was held in, as Deepgram names it; `multi` when there were several, `otherwise` when nobody spoke. */
export function languageOf(entries: readonly JournalEntry[], otherwise: Language): Language | 'multi' {
  const spoken = new Set(
    entries.flatMap((entry): Language[] => {
      if (entry.kind === 'event') return entry.event.type === 'contactSaid' && entry.event.text.trim() !== '' ? [entry.event.language] : []
      if (entry.kind !== 'step') return []
      return entry.effects.flatMap((effect) => (effect.type === 'say' ? [effect.language] : []))
    }),
  )
  const [only = otherwise, ...others] = spoken
  return others.length > 0 ? 'multi' : only
}
