import type { Expectation } from '../../effects.ts'
import { phrases } from '../../phrases.ts'
import { yesNoExpectation } from '../../recognition-hints.ts'
import { dateInWords, weekdayOf } from '../../spoken-forms/date-in-words.ts'
import { timeAsSaid } from '../../spoken-forms/time-as-said.ts'
import { timeInWords } from '../../spoken-forms/time-in-words.ts'
import type { Language } from '../../text.ts'
import type { FreeTime } from '../../tools.ts'
import type { SlotRequest } from '../../understanding.ts'
import { yesNoSlot } from '../yes-no.ts'

/** The alternatives as a question: one with yes or no, several to choose from. */
export function offerInWords(offers: readonly FreeTime[], language: Language): string {
  const spoken = offers.map(({ date, time }, index) => {
    const at = `${language === 'fr' ? 'à' : 'at'} ${timeInWords(time, language)}`
    return offers[index - 1]?.date === date ? at : `${dateInWords(date, language)} ${at}`
  })
  const last = spoken.at(-1) ?? ''
  if (spoken.length <= 1) return phrases[language].offerOne(last)
  return phrases[language].offerSeveral(`${spoken.slice(0, -1).join(', ')} ${phrases[language].or} ${last}`)
}

/** What may be answered: a time, a day, "the first one", yes, no. */
export function offerExpectation(offers: readonly FreeTime[], language: Language): Expectation {
  const words = offers.flatMap((offer, index) => [...synonyms(offer, index, language), weekdayOf(offer.date, language)])
  if (offers.length === 1) return yesNoExpectation(words, language)
  return { kind: 'choice', hints: [...new Set([...words, ...phrases[language].none, ...phrases[language].no])] }
}

export const offerSlots = { time: '_time', date: '_date', offer: '_offer' } as const

/**
 * The slots that say which alternative is meant; the choice's value is its index, its words are its own alone. `names`: what each is
 * called besides.
 */
export function wantedOfferSlots(offers: readonly FreeTime[], language: Language, names: readonly string[] = []): SlotRequest[] {
  const words = offers.map((offer, index) => {
    const name = names[index] ?? ''
    return [...synonyms(offer, index, language), weekdayOf(offer.date, language), ...(name === '' ? [] : [name])]
  })
  const isOwn = (word: string) => words.filter((others) => others.includes(word)).length === 1
  const choices = words.map((own, index) => ({ value: String(index), synonyms: own.filter(isOwn) }))
  return [
    { name: offerSlots.time, type: 'time' },
    { name: offerSlots.date, type: 'date' },
    { name: offerSlots.offer, type: 'choice', choices },
    yesNoSlot,
  ]
}

const synonyms = ({ time }: FreeTime, index: number, language: Language): string[] => [
  ...(phrases[language].ordinals[index] ?? []),
  ...timeAsSaid(time, language),
]
