import { join } from 'node:path'
import { type CallFacts, flow as flowSchema } from '@parley/flow-runtime'
import { lineFromWav, openSocketHandset } from '@parley/testing'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { facts } from '../../test/fake-world.ts'
import { givenWords } from '../../test/greeting-sound.ts'
import { conduct } from '../conductor.ts'
import { noGenerator } from '../generator-port.ts'
import { createJournalWriter } from '../journal-writer.ts'
import { startMediaServer } from '../media-stream/media-server.ts'
import { createSocketLine } from '../media-stream/socket-line.ts'
import { recordsInJournal } from '../records-port.ts'
import { noTasks } from '../tasks-port.ts'
import { type ConversationOptions, createLinePort } from '../turn-taking/line-port.ts'

const clock = { now: Date.now }
const callRate = 48_000
const call = { tenantId: '0190f5a4-0000-7000-8000-000000000002', callId: facts.callId }
const messageMs = 1_500

const flow = flowSchema.parse({
  schemaVersion: 1,
  name: 'Reminder',
  languages: ['en'],
  start: 'greet',
  nodes: [
    { id: 'greet', type: 'say', position: { x: 0, y: 0 }, data: { text: 'Hello.' } },
    { id: 'pause', type: 'wait', position: { x: 0, y: 0 }, data: { waitMs: 60_000 } },
    { id: 'machine', type: 'machine', position: { x: 0, y: 0 }, data: { text: 'Message.' } },
    { id: 'bye', type: 'end', position: { x: 0, y: 0 }, data: { text: '' } },
  ],
  edges: [
    { id: 'e1', source: 'greet', sourceHandle: 'next', target: 'pause' },
    { id: 'e2', source: 'pause', sourceHandle: 'timeout', target: 'bye' },
    { id: 'e3', source: 'machine', sourceHandle: 'next', target: 'bye' },
  ],
})

/** A voice that is a tone: long for the message, short for anything else. */
async function* spoken({ text, sampleRate }: { text: string; sampleRate: number }) {
  const length = ((text === 'Message.' ? messageMs : 300) * sampleRate) / 1_000
  yield { pcm: Int16Array.from({ length }, (_, at) => 6_000 * Math.sin((2 * Math.PI * 300 * at) / sampleRate)), words: [] }
}

/** A call on a telephone line, conducted. */
async function callOnLine(
  how: Pick<CallFacts, 'machines'> & { carrier?: NonNullable<ConversationOptions['machineDetection']>['carrier'] } = {},
) {
  const { carrier, ...campaign } = how
  let claim: (() => void) | undefined
  const arrived = new Promise<void>((resolve) => {
    claim = resolve
  })
  const server = await startMediaServer({
    host: '127.0.0.1',
    port: 0,
    logger: pino({ level: 'silent' }),
    slots: 1,
    consumeToken: async () => ({ state: 'open', lineId: call.callId, ...call }),
    onArrival: async () => claim?.(),
  })
  let onEnd: () => void = () => undefined
  const lineEnded = new Promise<void>((resolve) => {
    onEnd = resolve
  })
  const handset = await openSocketHandset({ url: `ws://127.0.0.1:${server.port}/media/twilio/one`, onEnd: () => onEnd() })
  await arrived
  const claimed = await server.claim(call.callId)
  if (!claimed) throw new Error('The socket did not arrive.')
  const line = createSocketLine(claimed.socket, { ...claimed, clock, onLost: () => undefined, onNote: () => undefined })
  const port = createLinePort(line, {
    clock,
    interruption: flow.settings.interruption,
    machineDetection: { language: 'en', carrier },
    speech: { recogniser: givenWords(), synthesiser: { synthesise: spoken } },
  })
  const notes: [code: string, detail?: string][] = []
  const journal = createJournalWriter({
    write: async (entries) => {
      for (const entry of entries) if (entry.kind === 'note') notes.push([entry.code, entry.detail])
    },
  })
  const conducting = conduct({
    flow,
    facts: { ...facts, ...campaign, direction: 'outbound', channel: 'phone' },
    port,
    understand: { name: 'none', understand: () => Promise.reject(new Error('Nothing is asked here.')) },
    generator: noGenerator,
    tools: { call: () => Promise.reject(new Error('There are no tools here.')) },
    tasks: noTasks,
    records: recordsInJournal,
    journal,
    clock,
    signal: new AbortController().signal,
  })
  return {
    handset,
    notes,
    /** When the call has ended; `lineEnded`: and the handset knows. */
    conducted: conducting.finally(() => journal.flushed(1_000)),
    lineEnded,
    async close() {
      await port.close()
      journal.close()
      await handset.close()
      await server.close()
    },
  }
}

test('on a telephone line a machine hears the message after its beep, once, and the line ends', async () => {
  const { handset, notes, conducted, lineEnded, close } = await callOnLine()

  const sentence = await lineFromWav(join(import.meta.dirname, '../../../../e2e/fixtures/book-appointment.wav'))
  await handset.speak(Int16Array.from([...sentence, ...sentence, ...sentence]))
  const { endedAt: greetedAt } = await handset.speak(new Int16Array(callRate / 2))
  const tone = (at: number) => 8_000 * Math.sin((2 * Math.PI * 1_000 * at) / callRate)
  const { endedAt: beepedAt } = await handset.speak(Int16Array.from({ length: callRate / 2 }, (_, at) => tone(at)))
  const { outcome } = await conducted

  expect(outcome).toBe('machine')
  expect(notes.map(([code]) => code)).toContain('ANSWERED_BY_MACHINE')
  const sounds = handset.hearing.sounds()
  expect(sounds.filter(({ startedAt, lastAt }) => lastAt > greetedAt - 500 && startedAt < beepedAt)).toEqual([])
  const messages = sounds.filter(({ startedAt }) => startedAt >= beepedAt)
  expect(messages).toHaveLength(1)
  expect((messages[0]?.lastAt ?? 0) - (messages[0]?.startedAt ?? 0)).toBeGreaterThan(messageMs - 200)
  await lineEnded
  await close()
})

test('a machine of which the carrier tells is hung up on at once where the campaign wants that', async () => {
  const carrier = (hear: (answeredBy: 'human' | 'machine') => void) => {
    hear('machine')
    return () => undefined
  }
  const { handset, notes, conducted, lineEnded, close } = await callOnLine({ machines: 'hangUp', carrier })
  // Its end may be cut off.
  handset.speak(new Int16Array(callRate / 2)).catch(() => undefined)
  expect((await conducted).outcome).toBe('machine')
  const [, detail] = notes.find(([code]) => code === 'ANSWERED_BY_MACHINE') ?? []
  expect(JSON.parse(detail ?? '{}')).toMatchObject({ reason: 'carrier', phrases: [] })
  await lineEnded
  await close()
})
