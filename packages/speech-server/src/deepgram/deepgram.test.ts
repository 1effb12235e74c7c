import { DeepgramClient } from '@deepgram/sdk'
import { describe, expect, it } from 'vitest'
import { speech, useSpeechServer } from '../start-for-tests.ts'

const server = useSpeechServer()
const RATE = 16_000
const silence = (ms: number) => Int16Array.from({ length: (RATE * ms) / 1000 }, (_, index) => ((index * 31) % 7) - 3)
type Message = { type: string; is_final?: boolean; speech_final?: boolean; from_finalize?: boolean; text: string; at: number }

/** Opens the vendor's live client and plays parts into it; collects what comes back. */
async function listenLive(options: Record<string, unknown>, apiKey = 'any') {
  const client = new DeepgramClient({ apiKey, baseUrl: server.url() })
  const base = { model: 'nova-3', encoding: 'linear16', sample_rate: RATE, reconnectAttempts: 0 } as const
  const socket = await client.listen.v1.connect({ ...base, ...options })
  const messages: Message[] = []
  const waiting = new Set<() => void>()
  let closed = false
  const notify = () => waiting.forEach((check) => void check())
  socket.on('message', (message) => {
    const text = message.type === 'Results' ? (message.channel.alternatives[0]?.transcript ?? '') : ''
    messages.push({ ...message, text, at: performance.now() })
    notify()
  })
  const failed = new Promise<string>((resolve) => socket.on('error', (error) => resolve(error.message)))
  socket.on('close', () => {
    closed = true
    notify()
  })
  socket.connect()
  return {
    socket,
    messages,
    failed,
    isClosed: () => closed,
    /** Resolves when a message is there, or rejects after 8 s. */
    until: (wanted: (message: Message) => boolean) =>
      new Promise<Message>((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`Not among ${JSON.stringify(messages.map(({ type, text }) => [type, text]))}`)),
          8000,
        )
        const check = () => {
          const found = messages.find(wanted)
          if (found === undefined) return
          clearTimeout(late)
          waiting.delete(check)
          resolve(found)
        }
        waiting.add(check)
        check()
      }),
    /** Sends samples 20 ms at a time by the wall clock; the instant after the last. */
    play: async (samples: Int16Array) => {
      const step = RATE / 50
      const startedAt = performance.now()
      for (let at = 0; at < samples.length; at += step) {
        socket.sendMedia(Buffer.from(samples.slice(at, at + step).buffer))
        const wait = startedAt + (at / step + 1) * 20 - performance.now()
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      }
      return performance.now()
    },
  }
}
const hints = ['book an appointment', 'cancel my appointment', 'talk to a person']
const intent = { keyterm: hints, extra: 'expect:intent' }

describe('the vendor live client', () => {
  it('hears one sentence: start, interim, final at the end of the pause, utterance end', async () => {
    const live = await listenLive({ ...intent, interim_results: 'true', vad_events: 'true', endpointing: 1500, utterance_end_ms: 2000 })
    await live.socket.waitForOpen()
    await live.play(silence(200))
    await live.play(await speech(server.url(), 'I would like to book an appointment for Tuesday at three'))
    await live.play(silence(1700))
    const final = await live.until(({ is_final }) => is_final === true)
    expect(final).toMatchObject({
      text: 'i would like to book an appointment for tuesday at three',
      speech_final: true,
      from_finalize: false,
    })
    expect(live.messages[0]?.type).toBe('SpeechStarted')
    expect(live.messages.some(({ type, is_final }) => type === 'Results' && is_final === false)).toBe(true)
    await live.until(({ type }) => type === 'UtteranceEnd')
    live.socket.sendCloseStream({ type: 'CloseStream' })
    await live.until(({ type }) => type === 'Metadata')
  }, 120_000)

  it('answers Finalize at once, empty when nobody spoke', async () => {
    const live = await listenLive({ extra: 'expect:yesNo', endpointing: 5000 })
    await live.socket.waitForOpen()
    live.socket.sendFinalize({ type: 'Finalize' })
    expect(await live.until(({ from_finalize }) => from_finalize === true)).toMatchObject({ text: '', is_final: true })
    await live.play(await speech(server.url(), 'yes please'))
    await live.play(silence(120))
    live.socket.sendFinalize({ type: 'Finalize' })
    expect(await live.until(({ text }) => text !== '')).toMatchObject({
      text: 'yes please',
      is_final: true,
      speech_final: true,
      from_finalize: true,
    })
    live.socket.close()
  })

  it('goes on after a pause shorter than the endpointing, and hears nothing in a cough', async () => {
    const live = await listenLive({ ...intent, endpointing: 600 })
    await live.socket.waitForOpen()
    await live.play(await speech(server.url(), 'I would like to'))
    await live.play(silence(250))
    await live.play(await speech(server.url(), 'cancel my appointment'))
    await live.play(silence(900))
    expect((await live.until(({ is_final }) => is_final === true)).text).toBe('i would like to cancel my appointment')
    let seed = 7
    const cough = Int16Array.from({ length: RATE * 0.3 }, (_, index) => {
      seed = (seed * 48_271) % 2_147_483_647
      return (seed / 2_147_483_647 - 0.5) * 16_000 * Math.exp(-index / 2000)
    })
    await live.play(cough)
    await live.play(silence(900))
    await live.until(() => live.messages.filter(({ is_final }) => is_final).length === 2)
    expect(live.messages.filter(({ is_final }) => is_final).at(-1)?.text).toBe('')
    live.socket.close()
  }, 120_000)

  it('is refused for French, without a key, and by faults', async () => {
    expect(await (await listenLive({ language: 'fr' })).failed).toContain('400')
    expect(await (await listenLive({}, 'fault:unauthorized')).failed).toContain('401')
    expect(await (await listenLive({ extra: ['expect:yesNo', 'fault:rateLimited'] })).failed).toContain('429')
    const dropped = await listenLive({ extra: ['expect:yesNo', 'fault:dropAfterMs:50'] })
    await dropped.socket.waitForOpen()
    await expect.poll(dropped.isClosed, { timeout: 3000 }).toBe(true)
    const answer = await fetch(`${server.url()}/v1/listen`, { method: 'POST' })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ err_code: 'INVALID_AUTH' })
  })
})

it('transcribes a recording for the vendor client', async () => {
  const client = new DeepgramClient({ apiKey: 'any', baseUrl: server.url() })
  const samples = await speech(server.url(), 'half past three', 'en-us', 8000)
  const answer = await client.listen.v1.media.transcribeFile(
    Buffer.from(samples.buffer),
    {
      encoding: 'linear16',
      model: 'nova-3',
      extra: 'expect:time',
    },
    { queryParams: { sample_rate: 8000 } },
  )
  expect(answer).toMatchObject({ results: { channels: [{ alternatives: [{ transcript: 'half past three' }] }] } })
})
