import type { JournalEntry } from '@parley/flow-runtime'
import { expect, test } from 'vitest'
import { createCalendar, eventsOf, notesOf, type Played, play, willingContact } from '../test/fake-world.ts'
import type { Script } from '../test/scripted-port.ts'
import { HandedOver } from './ending.ts'

const resumeLine = 'Sorry, I am back.'

/** Plays a call whose process dies when its journal has `lines` lines stored, then goes on in another process on the same calendar. */
async function playKilledAfter(lines: number, secondScript: Partial<Script> = {}) {
  const calendar = createCalendar()
  const killed = new AbortController()
  let stored = 0
  const first = await play(
    {},
    {
      tools: calendar.tools,
      signal: killed.signal,
      keep: () => {
        stored += 1
        if (stored > lines) killed.abort(new HandedOver('KILLED'))
        return stored <= lines
      },
    },
  )
  const second = await play(secondScript, { tools: calendar.tools, resume: first.journal })
  return { first, second, calendar }
}

const textsAfterResume = ({ line }: Played) => line.texts().filter((text) => text !== resumeLine)

test('wherever the journal is cut, the next process ends the call alike, with exactly one booking', async () => {
  const whole = await play({})
  expect(whole.journal.length).toBeGreaterThan(20)
  for (let lines = 0; lines < whole.journal.length; lines += 1) {
    const { first, second, calendar } = await playKilledAfter(lines)
    expect(first.journal.length, `lines kept of ${lines}`).toBe(lines)
    expect(second.result, `cut after ${lines}`).toMatchObject({ outcome: 'completed', turns: 2 })
    expect(calendar.bookings.size, `cut after ${lines}`).toBe(1)
    expect(second.journal.map(({ seq }) => seq)).toEqual(second.journal.map((_, index) => index + 1))
    const folded = second.journal.filter(({ kind }) => kind === 'event' || kind === 'step').map(({ kind }) => kind)
    expect(folded, `cut after ${lines}`).toEqual(folded.map((_, index) => (index % 2 === 0 ? 'event' : 'step')))
  }
})

test('a contact who answers otherwise the second time is not booked twice', async () => {
  const { journal } = await play({})
  for (let lines = 0; lines < journal.length; lines += 1) {
    let hesitated = false
    const reply = (question: string) => {
      if (hesitated) return willingContact(question)
      hesitated = true
      return 'silent' as const
    }
    const { second, calendar } = await playKilledAfter(lines, { reply })
    expect(second.result?.outcome, `cut after ${lines}`).toBe('completed')
    expect(calendar.bookings.size, `cut after ${lines}`).toBe(1)
  }
})

const cutAfter = (journal: JournalEntry[], matches: (entry: JournalEntry) => boolean) => journal.findIndex(matches) + 1

test('a question that waits for its answer is put again after a word of excuse', async () => {
  const { journal } = await play({})
  const cut = cutAfter(
    journal,
    (entry) => entry.kind === 'event' && entry.event.type === 'speechFinished' && entry.event.heard.startsWith('How'),
  )
  const { second } = await playKilledAfter(cut + 1)
  expect(second.line.texts().slice(0, 3)).toEqual([resumeLine, 'How can I help you?', 'What is your name?'])
  expect(notesOf(second.journal)).toContain('RECOVERED')
})

test('a speech that was not heard to its end is said again, its question once', async () => {
  const { journal } = await play({})
  const cut = cutAfter(journal, (entry) => entry.kind === 'step' && entry.effects.some((effect) => effect.type === 'listen'))
  const { second } = await playKilledAfter(cut)
  expect(second.line.texts().slice(0, 3)).toEqual([resumeLine, 'How can I help you?', 'What is your name?'])
})

test('a booking that was under way is asked for again under its own key', async () => {
  const { journal } = await play({})
  const cut = cutAfter(
    journal,
    (entry) => entry.kind === 'step' && entry.effects.some((effect) => effect.type === 'callTool' && effect.tool === 'calendar.book'),
  )
  const { second, calendar } = await playKilledAfter(cut)
  const keys = calendar.calls.filter(({ tool }) => tool === 'calendar.book').map(({ key }) => key)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  expect(textsAfterResume(second)).toEqual(['You are booked.', 'Thank you, goodbye.'])
})

test('a contact who is gone meanwhile has hung up', async () => {
  const { journal } = await play({})
  const second = await play({ answers: false }, { resume: journal.slice(0, 10) })
  expect(second.result).toMatchObject({ outcome: 'hungUp' })
  expect(eventsOf(second.journal).at(-1)).toMatchObject({ type: 'hungUp', by: 'contact' })
  expect(second.line.asked.hangUps).toBe(1)
})

test('a call that had ended only has its line ended again', async () => {
  const { journal } = await play({})
  const second = await play({}, { resume: journal })
  expect(second.result).toEqual({ outcome: 'completed', turns: 2 })
  expect(second.line.texts()).toEqual([])
  expect(second.line.asked.hangUps).toBe(1)
})

test('why a call fails is known to the next process too', async () => {
  const understand = { name: 'broken', understand: () => Promise.reject(Object.assign(new Error('down'), { code: 'MODEL_DOWN' })) }
  const { journal } = await play({}, { understand })
  const cut = cutAfter(journal, (entry) => entry.kind === 'event' && entry.event.type === 'providerFailed')
  const second = await play({}, { resume: journal.slice(0, cut + 1) })
  expect(second.result).toMatchObject({ outcome: 'failed', failureCode: 'MODEL_DOWN' })
  expect(textsAfterResume(second)).toEqual(['I am sorry, something went wrong on our side. Please call again later. Goodbye.'])
})
