import type { CallFacts, FilledSlot, JournalEntry, Json, ToolName } from '@parley/flow-runtime'
import type { UnderstandingEngine } from '@parley/understanding'
import { type ConductOptions, conduct } from '../src/conductor.ts'
import type { Conducted } from '../src/ending.ts'
import { noGenerator } from '../src/generator-port.ts'
import { createJournalWriter } from '../src/journal-writer.ts'
import { recordsInJournal } from '../src/records-port.ts'
import { noTasks } from '../src/tasks-port.ts'
import type { Tools } from '../src/tools-port.ts'
import { clinicFlow } from './clinic-flow.ts'
import { createScriptedPort, type Reply, type Script } from './scripted-port.ts'

export const facts: CallFacts = {
  callId: '0190f5a4-0000-7000-8000-000000000001',
  direction: 'inbound',
  channel: 'browser',
  timeZone: 'Europe/Paris',
}

/** Somebody who wants a cleaning on Tuesday at three and answers what is asked. */
export function willingContact(question: string): Reply {
  if (question.includes('help')) return { says: 'a cleaning on Tuesday at three' }
  if (question.includes('name')) return { says: 'Ann Smith' }
  return 'silent'
}

export const keywordEngine: UnderstandingEngine = {
  name: 'keywords',
  understand: async ({ text, intents, slots }) => {
    const values: Record<string, string> = { day: '2026-11-24', hour: '15:00', patient: 'Ann Smith' }
    const word = { book: 'cleaning', human: 'person' }
    const intent = intents.find(({ name }) => text.includes(word[name === 'human' ? 'human' : 'book']))?.name ?? null
    const filled = slots.flatMap(({ name }): FilledSlot[] => {
      const value = values[name]
      return value && (name === 'patient') === text.includes('Ann') ? [{ name, value, raw: text, confidence: 0.9 }] : []
    })
    const candidates = intent ? [{ intent, confidence: 0.9 }] : []
    return { intent, confidence: 0.9, candidates, slots: filled, reason: 'keywords', engine: 'keywords', tookMs: 1 }
  },
}

/** A calendar in which everything is free and the same key books once. */
export function createCalendar() {
  const bookings = new Map<string, Json>()
  const calls: { tool: ToolName; key: string }[] = []
  const tools: Tools = {
    call: async (tool, input, key): Promise<Json> => {
      calls.push({ tool, key })
      const time = { startsAt: '2026-11-24T15:00:00+01:00', date: '2026-11-24', time: '15:00' }
      if (tool === 'calendar.findTimes') return { exact: true, times: [time], service: { name: 'cleaning', durationMin: 30 } }
      if (!bookings.has(key)) bookings.set(key, input)
      return { booked: true, appointmentId: 'a1', ...time }
    },
  }
  return { tools, bookings, calls }
}

export type Played = {
  result: Conducted | undefined
  error: unknown
  journal: JournalEntry[]
  line: ReturnType<typeof createScriptedPort>
}

/** Plays one call of the clinic's flow, or of any other, with a scripted contact. */
export async function play(
  script: Partial<Script>,
  options: Partial<ConductOptions> & {
    /** Sees every line before it is stored; what it answers false is lost. */
    keep?: (entry: JournalEntry) => boolean
    onLine?: (line: Played['line']) => void
  } = {},
): Promise<Played> {
  const { keep, onLine, ...conductOptions } = options
  const journal = [...(options.resume ?? [])]
  const line = createScriptedPort({ reply: willingContact, ...script })
  onLine?.(line)
  const writer = createJournalWriter({
    afterSeq: journal.at(-1)?.seq,
    flushMs: 0,
    write: async (entries) => {
      for (const entry of entries) {
        if (keep && !keep(entry)) return new Promise(() => undefined)
        journal.push(JSON.parse(JSON.stringify(entry)))
      }
    },
  })
  let result: Conducted | undefined
  let error: unknown
  try {
    result = await conduct({
      flow: clinicFlow(),
      facts,
      port: line.port,
      understand: keywordEngine,
      generator: noGenerator,
      tools: createCalendar().tools,
      tasks: noTasks,
      records: recordsInJournal,
      journal: writer,
      clock: { now: Date.now },
      signal: new AbortController().signal,
      ...conductOptions,
    })
  } catch (thrown) {
    error = thrown
  }
  if (!error) await writer.flushed(keep ? 100 : 1_000)
  writer.close()
  return { result, error, journal, line }
}

export const eventsOf = (journal: JournalEntry[]) => journal.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []))
export const notesOf = (journal: JournalEntry[]) => journal.flatMap((entry) => (entry.kind === 'note' ? [entry.code] : []))
