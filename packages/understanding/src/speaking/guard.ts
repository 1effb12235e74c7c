import type { GenerateRequest } from '@parley/flow-runtime'
import { type Facts, learn, statedIn } from './facts.ts'

export type Unfounded = 'number' | 'day' | 'address'
/** A telephone number or a code, dictated: figures in a row, or many digits at once. */
const isDictated = (group: readonly string[], digits: string) => (group.length >= 3 && digits.length >= 4) || digits.length >= 8

/**
 * Lets a clause pass only if its numbers, prices, dates, telephone numbers, addresses and links come from the values of the call, what tools
 * returned, or the author's own texts; "one" is no number. What the contact says counts once it is a value: callers can be wrong.
 */
export function createGuard(request: GenerateRequest) {
  const { language, now, timeZone } = request
  const facts: Facts = { numbers: new Set([1]), digits: [], days: new Set(), text: '' }
  const know = (source: string) => learn(facts, source, language, now, timeZone)
  let isReady = false

  /** Sources are read when the first clause states anything: most state nothing. */
  function prepare() {
    if (isReady) return
    isReady = true
    const { goal, instructions, exits, tools, messages, known } = request
    const texts = [...exits, ...tools].map(({ description }) => description)
    const results = messages.filter(({ speaker }) => speaker === 'tool').map(({ text }) => text)
    for (const source of [known, goal, instructions, ...texts, ...results]) know(source)
  }

  function isKnownGroup(group: readonly string[]): boolean {
    if (group.every((figure) => facts.numbers.has(Number(figure.replace(',', '.'))))) return true
    const digits = group.join('').replace(/\D/g, '')
    if (!isDictated(group, digits)) return false
    const significant = digits.replace(/^0+/, '')
    return facts.digits.some((known) => known.includes(significant))
  }

  return {
    /** Values found out with the words that are about to be said. */
    know,
    /** What in the clause nobody gave; undefined when it may be said. */
    refuses(clause: string): Unfounded | undefined {
      const { groups, days, links } = statedIn(clause, language)
      if (groups.length === 0 && days.length === 0 && links.length === 0) return undefined
      prepare()
      if (links.some((one) => !facts.text.includes(one.replace(/[.,;!?]+$/, '')))) return 'address'
      if (!groups.every(isKnownGroup)) return 'number'
      return days.every((day) => facts.days.has(day)) ? undefined : 'day'
    },
  }
}
