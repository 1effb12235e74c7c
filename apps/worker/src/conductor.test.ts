import { expect, test } from 'vitest'
import { clinicFlow } from '../test/clinic-flow.ts'
import { createCalendar, eventsOf, notesOf, play } from '../test/fake-world.ts'
import { HandedOver } from './ending.ts'

const failureLine = 'I am sorry, something went wrong on our side. Please call again later. Goodbye.'

test('a whole conversation ends with one booking, a goodbye and the line down', async () => {
  const calendar = createCalendar()
  const { result, journal, line } = await play({}, { tools: calendar.tools })

  expect(result).toEqual({ outcome: 'completed', turns: 2 })
  expect(line.texts()).toEqual([
    'Hello, this is the dental clinic speaking.',
    'How can I help you?',
    'What is your name?',
    'One moment, I am looking at the calendar.',
    'You are booked.',
    'Thank you, goodbye.',
  ])
  expect([...calendar.bookings.values()]).toEqual([{ service: 'cleaning', startsAt: '2026-11-24T15:00:00+01:00', name: 'Ann Smith' }])
  expect(line.asked.hangUps).toBeGreaterThanOrEqual(1)
  expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1))
  expect(eventsOf(journal)[0]?.type).toBe('callStarted')
  expect(eventsOf(journal).at(-1)).toMatchObject({ type: 'hungUp', by: 'agent' })

  const timings = journal.flatMap((entry) => (entry.kind === 'timing' ? [entry.timing] : []))
  expect(timings).toMatchObject([
    { turn: 1, audio: 'kept', foreseen: false },
    { turn: 2, audio: 'kept', foreseen: false },
  ])
  for (const {
    speechEndAt = 0,
    endOfTurnAt = 0,
    finalTranscriptAt = 0,
    understoodAt = 0,
    steppedAt = 0,
    firstAudioAt = 0,
    firstFrameAt = 0,
  } of timings) {
    const instants = [speechEndAt, endOfTurnAt, finalTranscriptAt, understoodAt, steppedAt, firstAudioAt, firstFrameAt]
    expect(instants[0]).toBeGreaterThan(0)
    expect(instants).toEqual([...instants].sort((a, b) => a - b))
  }
})

test('every event is followed by its step, and the journal replays to the same effects', async () => {
  const { journal } = await play({})
  const folded = journal.filter(({ kind }) => kind === 'event' || kind === 'step').map(({ kind }) => kind)
  expect(folded).toEqual(folded.map((_, index) => (index % 2 === 0 ? 'event' : 'step')))
})

test('somebody who says nothing is asked again and then let go', async () => {
  const { result, line } = await play({ reply: () => 'silent' })
  expect(result).toEqual({ outcome: 'silent', turns: 0 })
  expect(line.texts().slice(1)).toEqual([
    'How can I help you?',
    'Are you still there? How can I help you?',
    'I cannot hear you. How can I help you?',
    'I cannot hear you, goodbye.',
  ])
})

test('words broken into are kept as they were heard', async () => {
  const { result, journal } = await play({ interrupt: (text) => (text.startsWith('How') ? { afterWords: 3 } : undefined) })
  expect(result?.outcome).toBe('completed')
  expect(eventsOf(journal)).toContainEqual(expect.objectContaining({ type: 'speechFinished', completed: false, heard: 'How can I' }))
  expect(notesOf(journal)).toContain('BARGE_IN')
})

test('somebody who leaves in mid-sentence ends the call at once', async () => {
  const { result, journal, line } = await play({
    interrupt: (text) => (text.startsWith('How') ? { afterWords: 2, leaves: true } : undefined),
  })
  expect(result).toEqual({ outcome: 'hungUp', turns: 0 })
  expect(eventsOf(journal).at(-1)).toMatchObject({ type: 'hungUp', by: 'contact' })
  expect(line.asked.hangUps).toBe(1)
})

test('a person who takes the call keeps the line; one who does not gives it back', async () => {
  const reply = () => ({ says: 'a person please' })
  const taken = await play({ reply, transfer: 'connected' })
  expect(taken.result).toEqual({ outcome: 'transferred', turns: 1 })
  expect(taken.line.asked).toMatchObject({ transfers: [{ to: '+15550100', mode: 'cold' }], hangUps: 0 })

  const missed = await play({ reply, transfer: 'noAnswer' })
  expect(missed.line.texts().at(-1)).toBe('Somebody will call you back.')
  expect(missed.line.asked.hangUps).toBeGreaterThanOrEqual(1)
})

test('nobody on the line', async () => {
  const { result, journal, line } = await play({ answers: false })
  expect(result).toEqual({ outcome: 'noAnswer', turns: 0 })
  expect(line.asked.hangUps).toBe(1)
  expect(eventsOf(journal)).toEqual([])
})

test.each([
  [
    'synthesis',
    { failSpeech: (text: string) => (text.startsWith('How') ? 'SYNTHESIS_UNAUTHORIZED' : undefined) },
    {},
    'SYNTHESIS_UNAUTHORIZED',
  ],
  ['understanding', {}, { understand: { name: 'broken', understand: () => Promise.reject(new Error('down')) } }, 'UNDERSTANDING_FAILED'],
])('%s that fails: the failure line, then the end with its code', async (_stage, script, options, failureCode) => {
  const { result, line } = await play(script, options)
  expect(result).toMatchObject({ outcome: 'failed', failureCode })
  expect(line.texts().at(-1)).toBe(failureLine)
  expect(line.asked.hangUps).toBeGreaterThanOrEqual(1)
})

test('recognition that fails: the failure line; a voice that fails for that too: the end all the same', async () => {
  const reply = () => 'waits' as const
  const failRecognition = (line: Awaited<ReturnType<typeof play>>['line']) => {
    setTimeout(() => line.emit({ type: 'failed', stage: 'recognition', code: 'RECOGNITION_UNAVAILABLE' }), 20)
  }
  const spoken = await play({ reply }, { onLine: failRecognition })
  expect(spoken.result).toEqual({ outcome: 'failed', turns: 0, failureCode: 'RECOGNITION_UNAVAILABLE' })
  expect(spoken.line.texts().at(-1)).toBe(failureLine)

  const failSpeech = (text: string) => (text === failureLine ? 'SYNTHESIS_QUOTA' : undefined)
  const mute = await play({ reply, failSpeech }, { onLine: failRecognition })
  expect(mute.result).toEqual({ outcome: 'failed', turns: 0, failureCode: 'RECOGNITION_UNAVAILABLE' })
  expect(mute.line.asked.hangUps).toBeGreaterThanOrEqual(1)
})

test('words that are late are waited for: the waiting line is said once, and nothing has failed', async () => {
  const onLine = (line: Awaited<ReturnType<typeof play>>['line']) => {
    for (const ms of [40, 80]) setTimeout(() => line.emit({ type: 'recognitionLate' }), ms)
    setTimeout(() => line.leave('contact'), 150)
  }
  const { result, journal, line } = await play({ reply: () => 'waits' }, { onLine })
  expect(result).toEqual({ outcome: 'hungUp', turns: 0 })
  expect(line.texts().slice(2)).toEqual(['One moment.'])
  expect(notesOf(journal)).toEqual(['WAITING_LINE'])
})

test('a line that vanishes is a failure with its code', async () => {
  const { result } = await play({ reply: () => 'waits' }, { onLine: (line) => setTimeout(() => line.leave('system', 'ROOM_LOST'), 20) })
  expect(result).toEqual({ outcome: 'failed', turns: 0, failureCode: 'ROOM_LOST' })
})

test('a tool that fails is an answer to the flow, not the end of it', async () => {
  const { result, journal, line } = await play(
    {},
    { tools: { call: () => Promise.reject(Object.assign(new Error('gone'), { code: 'DATABASE_UNAVAILABLE' })) } },
  )
  expect(eventsOf(journal)).toContainEqual(
    expect.objectContaining({ type: 'toolFinished', outcome: 'error', result: { code: 'DATABASE_UNAVAILABLE' } }),
  )
  expect(line.texts().at(-1)).toBe('Somebody will call you back.')
  expect(result?.outcome).toBe('failed')
})

test('the time limit breaks off a speech, is told and ends the call', async () => {
  const endless = (text: string) => text.startsWith('Hello')
  const { result, line } = await play({ endless }, { maxCallMs: 30 })
  expect(result).toEqual({ outcome: 'timeLimit', turns: 0 })
  expect(line.texts()).toEqual(['Hello, this is the dental clinic speaking.', 'I am sorry, we have reached the end of our time. Goodbye.'])
})

test('a cancelled call is hung up', async () => {
  const controller = new AbortController()
  setTimeout(() => controller.abort('cancelled'), 20)
  const { result, line } = await play({ reply: () => 'waits' }, { signal: controller.signal })
  expect(result).toEqual({ outcome: 'cancelled', turns: 0 })
  expect(line.asked.hangUps).toBe(1)
})

test('a call that is handed over keeps its line', async () => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(new HandedOver('WORKER_SHUTDOWN')), 20)
  const { error, line } = await play({ reply: () => 'waits' }, { signal: controller.signal })
  expect(error).toMatchObject({ code: 'WORKER_SHUTDOWN' })
  expect(line.asked.hangUps).toBe(0)
})

test('a flow that cannot be interpreted says its failure line', async () => {
  const flow = clinicFlow()
  Object.defineProperty(flow, 'edges', {
    get: () => {
      throw new Error('broken document')
    },
  })
  const { result, journal, line } = await play({}, { flow })
  expect(result).toEqual({ outcome: 'failed', turns: 0, failureCode: 'FLOW_DEFECT' })
  expect(line.texts().at(-1)).toBe(failureLine)
  expect(notesOf(journal)).toContain('FLOW_DEFECT')
})

test('a line that does not confirm its end does not hold the call', async () => {
  const { result, journal } = await play({ hangUp: () => Promise.reject(new Error('refused')) })
  expect(result?.outcome).toBe('completed')
  expect(notesOf(journal)).toContain('HANG_UP_FAILED')
})

test('an answer nobody waits for any more is written down and changes nothing', async () => {
  const stray = { type: 'contactSaid', listenId: 'e999', text: 'hello?', confidence: 1, language: 'en', timing: {} } as const
  const { result, journal } = await play({}, { onLine: (line) => setTimeout(() => line.emit(stray), 2) })
  expect(result).toEqual({ outcome: 'completed', turns: 2 })
  expect(eventsOf(journal)).toContainEqual(expect.objectContaining({ type: 'contactSaid', effectId: 'e999' }))
})
