import type { FilledSlot, SlotRequest, UnderstandRequest, VariableType } from '@parley/flow-runtime'
import type { SlotRules } from '../languages/slot-rules.ts'
import { addDays, type Day, instantOf, isoDate, isoTime, type Today, todayIn } from './calendar.ts'
import { type Candidate, overlaps } from './candidate.ts'
import { findChoices } from './choices.ts'
import type { TimeValue } from './clock.ts'
import { findDatesAndTimes } from './date-time.ts'
import { findEmails } from './emails.ts'
import { findPersonNames } from './person-names.ts'
import { findPhones } from './phones.ts'
import { meantOf } from './repair.ts'
import { readUtterance, type Span, saidIn, type Utterance } from './utterance.ts'

/** Fills the wanted slots from one utterance by the rules of its language. A slot appears at most once; what was not said is left out. */
export function extractSlots({ text, slots, timeZone, now }: UnderstandRequest, rules: SlotRules): FilledSlot[] {
  if (slots.length === 0) return []
  const utterance = readUtterance(text, rules)
  const today = todayIn(timeZone, now)
  const wanted = new Set(slots.map((slot) => slot.type))
  const reading = readValues(utterance, today, wanted, rules)
  const filled: FilledSlot[] = []
  for (const type of wanted) {
    if (type === 'text') continue
    for (const slot of slots.filter((one) => one.type === type)) {
      const rest =
        slots.filter((one) => one.type === type).length > 1 && type !== 'choice'
          ? unused(candidatesFor(slot, reading, rules), filled)
          : candidatesFor(slot, reading, rules)
      const meant = meantOf(utterance.text, rest, rules.repair)
      if (meant) filled.push({ name: slot.name, value: meant.value, raw: saidIn(utterance, meant), confidence: meant.confidence })
    }
  }
  return inRequestOrder(slots, [...filled, ...freeText(slots, text, filled)])
}

type Reading = { utterance: Utterance; byType: Partial<Record<VariableType, readonly Candidate[]>> }

function readValues(utterance: Utterance, today: Today, wanted: ReadonlySet<VariableType>, rules: SlotRules): Reading {
  const { text } = utterance
  const phones = wanted.has('phone') ? findPhones(utterance, rules.phone) : []
  const emails = wanted.has('email') ? findEmails(utterance, rules.email) : []
  const speaksOfTime = wanted.has('date') || wanted.has('time') || wanted.has('dateTime')
  const taken: Span[] = [...phones, ...emails]
  const clear = <C extends Span>(candidates: readonly C[]) =>
    candidates.filter((candidate) => !taken.some((span) => overlaps(span, candidate)))
  const moments = speaksOfTime ? findDatesAndTimes(text, today, rules) : { dates: [], times: [] }
  const wantsTime = wanted.has('time') || wanted.has('dateTime')
  const dates = clear(
    wantsTime || !wanted.has('date') ? moments.dates : [...moments.dates, ...loneDay(text, moments.dates, today, rules.loneDay)],
  )
  const times = clear(moments.times).filter((time) => time.confidence > 0.7 || !wanted.has('number'))
  if (wanted.has('date') || wanted.has('dateTime')) taken.push(...dates)
  if (wantsTime) taken.push(...times)
  const yesNo = wanted.has('boolean') ? rules.yesNo(text) : undefined
  return {
    utterance,
    byType: {
      phone: phones,
      email: emails,
      date: dates.map((date) => ({ ...date, value: isoDate(date.value) })),
      time: times.map((time) => ({ ...time, value: isoTime(time.value.minutes) })),
      dateTime: instants(text, dates, times, today, rules.repair),
      number: wanted.has('number') ? clear(rules.numbers(utterance)) : [],
      money: wanted.has('money') ? clear(rules.money(utterance)) : [],
      duration: wanted.has('duration') ? clear(rules.durations(text)) : [],
      boolean: yesNo ? [yesNo] : [],
      personName: wanted.has('personName') ? clear(findPersonNames(utterance, taken, rules.names)) : [],
    },
  }
}

const candidatesFor = (slot: SlotRequest, { utterance, byType }: Reading, rules: SlotRules): readonly Candidate[] =>
  slot.type === 'choice' ? findChoices(utterance, slot.choices ?? [], rules) : (byType[slot.type] ?? [])

/** A lone number answers a question about a day ("the date?" "twenty four"). */
function loneDay(text: string, dates: readonly Candidate<Day>[], today: Today, pattern: RegExp): Candidate<Day>[] {
  const number = pattern.exec(text)
  if (!number || dates.length > 0) return []
  const day = Number(number[1])
  for (let later = 0; later < 62; later++) {
    const candidate = addDays(today, later)
    if (candidate.day === day) return [{ value: candidate, confidence: 0.6, start: 0, end: text.length }]
  }
  return []
}

function instants(
  text: string,
  dates: readonly Candidate<Day>[],
  times: readonly Candidate<TimeValue>[],
  today: Today,
  repair: SlotRules['repair'],
): Candidate<string>[] {
  const time = meantOf(text, times, repair)
  if (!time) return []
  const date = meantOf(text, dates, repair)
  const laterToday = time.value.minutes > today.minutes
  const day = date?.value ?? addDays(today, laterToday ? 0 : 1)
  const span = { start: Math.min(time.start, date?.start ?? time.start), end: Math.max(time.end, date?.end ?? time.end) }
  return [
    {
      ...span,
      value: instantOf(day, time.value.minutes, today.timeZone),
      confidence: date ? Math.min(date.confidence, time.confidence) : 0.6,
    },
  ]
}

const unused = (candidates: readonly Candidate[], filled: readonly FilledSlot[]) =>
  candidates.filter((candidate) => !filled.some((slot) => slot.value === candidate.value))

/** Free text is all that was said, surely when nothing else was asked for. */
function freeText(slots: readonly SlotRequest[], text: string, filled: readonly FilledSlot[]): FilledSlot[] {
  const value = text.trim()
  if (value === '') return []
  const alone = slots.every((slot) => slot.type === 'text')
  if (!alone && filled.length > 0) return []
  return slots
    .filter((slot) => slot.type === 'text')
    .slice(0, 1)
    .map(({ name }) => ({ name, value, raw: value, confidence: alone ? 0.9 : 0.55 }))
}

const inRequestOrder = (slots: readonly SlotRequest[], filled: readonly FilledSlot[]) =>
  slots.flatMap(({ name }) => filled.filter((slot) => slot.name === name))
