import type { JournalEntry } from '@parley/flow-runtime'
import { expect, it } from 'vitest'
import { catalogues } from '../i18n/catalogue.ts'
import { answeredBy } from './answered-by.ts'

const note = (seq: number, code: string, detail?: object): JournalEntry => ({
  seq,
  at: seq,
  kind: 'note',
  code,
  detail: detail && JSON.stringify(detail),
})
const heard = { reason: 'shortGreeting', afterMs: 1_400, greetingMs: 840, pauseMs: 500, phrases: ['hello'] }

it('says in plain words who answered and how that was known; a corrected verdict counts', () => {
  const { en, fr } = catalogues
  const person = [note(1, 'RECOVERED'), note(2, 'ANSWERED_BY_HUMAN', heard)]
  expect(answeredBy(person, en, 'en')).toEqual({ who: 'A person', why: 'a greeting of 0.8 s, then a pause' })
  const machine = [...person, note(3, 'ANSWERED_BY_MACHINE', { ...heard, reason: 'phrase', phrases: ['hello', 'leaveMessage', 'new'] })]
  expect(answeredBy(machine, fr, 'fr')).toEqual({ who: 'Un répondeur', why: 'il a été dit : « allô », « laissez un message »' })
  const beep = [note(1, 'ANSWERED_BY_MACHINE', { ...heard, reason: 'beep', beep: { atMs: 900, hz: 1_000, ms: 420 } })]
  expect(answeredBy(beep, en, 'en')?.why).toBe('a beep of 1000 Hz, 0.4 s long')
})

it('says nothing of a call in which nobody listened for it, and only the verdict when its evidence cannot be read', () => {
  expect(answeredBy([note(1, 'BARGE_IN')], catalogues.en, 'en')).toBeUndefined()
  expect(answeredBy([note(1, 'ANSWERED_BY_UNSURE', { other: true })], catalogues.en, 'en')).toEqual({
    who: 'Nobody could tell',
    why: undefined,
  })
})
