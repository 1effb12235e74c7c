import type { Language } from '@parley/flow-runtime'
import { languages } from '../local/languages/languages.ts'
import { readUtterance } from '../local/slots/utterance.ts'
import { daysNamed, wordsOfDate } from './dates-said.ts'

/** What a text states that can be right or wrong: figures (spelled ones too), days, addresses. Figures that follow each other are one group. */
export type Stated = { groups: readonly (readonly string[])[]; days: readonly string[]; links: readonly string[] }
/** Everything that may be stated. */
export type Facts = { numbers: Set<number>; digits: string[]; days: Set<string>; text: string }

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const link =
  /\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s<>()"]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|eu|fr|uk|de|info|biz|co|app|dev|gov|edu)\b/gi
const spelled: Readonly<Record<Language, RegExp>> = {
  en: /\b([\w-]+(?: dot [\w-]+)*) at ([\w-]+(?: dot [\w-]+)+)\b/gi,
  fr: /\b([\w-]+(?: point [\w-]+)*) arobase ([\w-]+(?: point [\w-]+)+)\b/gi,
}
const dot = /\s(?:dot|point)\s/gi
const isoDate = /\b(\d{4})-(\d{2})-(\d{2})\b/g
const isoTime = /(?<=T|\b)(\d{2}):(\d{2})\b/g

/** Reads what a clause states. */
export function statedIn(text: string, language: Language): Stated {
  const addresses = [...text.matchAll(spelled[language])].map(([, name = '', host = '']) => `${name}@${host}`.replace(dot, '.'))
  const links = [...(text.match(email) ?? []), ...(text.replace(email, ' ').match(link) ?? []), ...addresses]
  const { tokens } = readUtterance(text.replace(email, ' ').replace(link, ' '), languages[language].slots)
  const words = tokens.map((token) => token.text)
  const groups: string[][] = []
  let isGrouped = false
  for (const [at, word] of words.entries()) {
    const figures: readonly string[] =
      word.match(/\d+(?:[.,]\d+)?/g) ?? (isGrouped && word === 'oh' && /^\d/.test(words[at + 1] ?? '') ? ['0'] : [])
    if (figures.length > 0 && isGrouped) groups.at(-1)?.push(...figures)
    else if (figures.length > 0) groups.push([...figures])
    isGrouped = figures.length > 0
  }
  return { groups, days: daysNamed(words, language), links: links.map((one) => one.toLowerCase()) }
}

/** Adds all that a source (a text, or values as JSON) states, in every form in which it may be said. */
export function learn(facts: Facts, source: string, language: Language, now: number, timeZone: string): void {
  facts.text += ` ${source.toLowerCase()}`
  const zoned = source.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})/g, (instant) => inZone(instant, timeZone))
  for (const [date, year, , day] of zoned.matchAll(isoDate)) {
    for (const figure of [year, day]) learnFigure(facts, figure ?? '')
    for (const word of wordsOfDate(date, language, now, timeZone)) facts.days.add(word)
  }
  for (const [, hours, minutes] of zoned.matchAll(isoTime)) learnTime(facts, Number(hours), Number(minutes))
  const rest = zoned.replace(isoDate, ' ').replace(isoTime, ' ')
  const { groups, days } = statedIn(rest.replace(/["{}[\]:,](?!\d)/g, ' '), language)
  for (const group of [...groups, ...(rest.match(/\d+(?:[.,]\d+)?/g) ?? []).map((figure) => [figure])]) {
    facts.digits.push(group.join('').replace(/\D/g, ''))
    for (const figure of group) learnFigure(facts, figure)
  }
  for (const day of days) facts.days.add(day)
}

/** A figure as it may be said: 12.50 also as 12 and 50, 2026 also as 20 26. */
function learnFigure({ numbers }: Facts, figure: string): void {
  const value = Number(figure.replace(',', '.'))
  numbers.add(value)
  const [whole = '', cents] = figure.split(/[.,]/)
  numbers.add(Number(whole))
  if (cents !== undefined) numbers.add(Number(cents.padEnd(2, '0')))
  if (/^(?:19|20)\d\d$/.test(figure)) for (const half of [figure.slice(0, 2), figure.slice(2)]) numbers.add(Number(half))
}

/** A time as it may be said: on either clock, and "quarter to" the next hour. */
function learnTime({ numbers }: Facts, hours: number, minutes: number): void {
  for (const hour of minutes > 30 ? [hours, hours + 1] : [hours]) {
    numbers.add(hour % 24)
    numbers.add(hour % 12 || 12)
  }
  numbers.add(minutes)
  numbers.add((60 - minutes) % 60)
}

function inZone(instant: string, timeZone: string): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)
}
