import type { DayPart } from '../../slots/clock.ts'

/** A part of the day beside an hour; the words themselves in the group. */
export const period =
  "((?:du |le |ce |de |en |dans |la |l'|cet |cette |en fin de |en debut de )*(?:matin(?:ee)?|apres midi|l'apres midi|soir(?:ee)?|nuit))"
const named = /\b(matin(?:ee)?|apres midi|soir(?:ee)?|nuit)\b/
const greetings = /\b(?:bonne|bon) (?:soiree|journee|matinee|nuit|apres midi)\b/g

/** The part of the day named in words, greetings left out. */
export function partOf(said: string | undefined): DayPart | undefined {
  const name = named.exec((said ?? '').replace(greetings, ''))?.[1]
  if (!name) return undefined
  if (name.startsWith('matin')) return 'morning'
  if (name === 'apres midi') return 'afternoon'
  return name === 'nuit' ? 'night' : 'evening'
}
