import type { Json } from '@parley/flow-runtime'

/** A secret entry whose digits this process does not have: they were typed before another process died. */
class SecretLost extends Error {
  override name = 'SecretLost'
  readonly code = 'SECRET_LOST'
  readonly retryable = false
}

const nameStart = 'secret:'
/** A name as it stands in texts, and in addresses. */
const spellings = (name: string) => [name, encodeURIComponent(name)]

/** What the contact typed in secret, by name, for as long as this process conducts the call; never written anywhere. */
export function createSecrets() {
  const digits = new Map<string, string>()
  const lost = new Set<string>()
  /** Longest first: a name may be the beginning of another. */
  const names = () => [...digits.keys()].sort((a, b) => b.length - a.length)

  return {
    add(name: string, digit: string) {
      digits.set(name, `${digits.get(name) ?? ''}${digit}`)
    },

    /** From here on this entry counts as lost, as its first digits are. */
    lose(name: string) {
      lost.add(name)
    },

    /** The input with every secret's name replaced by what was typed. Throws SECRET_LOST. */
    reveal(input: Json): Json {
      return eachText(input, (text) => {
        const gone = [...lost].flatMap(spellings).some((name) => text.includes(name))
        const revealed = names().reduce((whole, name) => {
          return spellings(name).reduce((part, spelling) => part.replaceAll(spelling, digits.get(name) ?? ''), whole)
        }, text)
        if (gone || revealed.startsWith(nameStart)) throw new SecretLost('What was typed in secret is not known any more.')
        return revealed
      })
    },

    /** The answer to such an input, without what was typed: a system may repeat what it was sent. */
    conceal(input: Json, answer: Json): Json {
      const sent = JSON.stringify(input)
      const isSent = (name: string) => spellings(name).some((spelling) => sent.includes(spelling))
      const used = names().flatMap((name) => (isSent(name) ? [{ name, typed: digits.get(name) ?? '' }] : []))
      const conceal = (text: string) => used.reduce((whole, { name, typed }) => (typed ? whole.replaceAll(typed, name) : whole), text)
      return used.length === 0 ? answer : eachText(answer, conceal, (value) => conceal(String(value)) !== String(value))
    },
  }
}
export type Secrets = ReturnType<typeof createSecrets>

/** The value with every text in it changed, keys too; numbers for which `asText` holds are changed as texts. */
function eachText(value: Json, change: (text: string) => string, asText: (value: number) => boolean = () => false): Json {
  if (typeof value === 'string') return change(value)
  if (typeof value === 'number') return asText(value) ? change(String(value)) : value
  if (Array.isArray(value)) return value.map((item: Json) => eachText(item, change, asText))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), eachText(item, change, asText)]))
}
