import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { createPace } from '../sessions/pace.ts'
import type { SocketOutlet } from '../sessions/socket-outlet.ts'
import { alignedSpeech } from '../synthesis/aligned-speech.ts'
import type { OutputFormat } from '../synthesis/output-format.ts'
import type { Synthesiser } from '../synthesis/synthesiser.ts'

const message = z.object({
  text: z.string().nullish(),
  context_id: z.string().nullish(),
  flush: z.boolean().nullish(),
  try_trigger_generation: z.boolean().nullish(),
  close_context: z.boolean().nullish(),
  close_socket: z.boolean().nullish(),
  voice_settings: z.object({ speed: z.number().nullish() }).nullish(),
})

export type SocketOptions = {
  voice: string
  format: OutputFormat
  multi: boolean
  /** Speak every sentence at once instead of waiting for 120 characters or a flush. */
  autoMode: boolean
  inactivityMs: number
  outlet: SocketOutlet
  /** For each text that is spoken. */
  pace: () => ReturnType<typeof createPace>
}

/** Characters ElevenLabs waits for by default before it speaks. */
const FIRST_CHUNK_CHARACTERS = 120
const SENTENCE_END = /[.!?;:,][\s"')]*$/

type Context = { waiting: string; closed: boolean; speed: number; work: Promise<void> }

/** Serves `…/stream-input` and `…/multi-stream-input`: text in, base64 audio with character times out, contexts in order. */
export function serveSpeechSocket(synthesiser: Synthesiser, socket: WebSocket, options: SocketOptions): void {
  const { format, multi, outlet } = options
  const contexts = new Map<string, Context>()
  const named = (contextId: string) => (multi ? { contextId } : {})

  const speak = async (context: Context, contextId: string, text: string) => {
    const pace = options.pace()
    let spokenMs = 0
    for await (const chunk of alignedSpeech(
      synthesiser.speak(text, { ...options, rate: format.rate, speed: context.speed }),
      text,
      format.rate,
    )) {
      if (socket.readyState !== socket.OPEN || (context.closed && multi && contexts.get(contextId) !== context)) return
      const alignment = {
        chars: chunk.alignment.characters,
        charStartTimesMs: chunk.alignment.startsMs.map(Math.round),
        charDurationsMs: chunk.alignment.durationsMs.map(Math.round),
        charsDurationsMs: chunk.alignment.durationsMs.map(Math.round),
      }
      const audio = Buffer.from(format.encode(chunk.samples)).toString('base64')
      const audioMs = (chunk.samples.length * 1000) / format.rate
      await pace(audioMs, audio.length)
      outlet.send({ audio, isFinal: null, alignment, normalizedAlignment: alignment, ...named(contextId) })
      spokenMs += audioMs
      outlet.spoken(spokenMs)
    }
    if (spokenMs > 0) outlet.spoken(Number.POSITIVE_INFINITY)
  }
  const queueSpeech = (context: Context, contextId: string) => {
    const text = context.waiting.trim()
    context.waiting = ''
    if (text !== '') context.work = context.work.then(() => speak(context, contextId, text))
  }
  const finish = (context: Context, contextId: string) => {
    if (context.closed) return
    queueSpeech(context, contextId)
    context.closed = true
    context.work = context.work.then(() => {
      outlet.send({ audio: null, isFinal: true, ...named(contextId) })
      contexts.delete(contextId)
      if (!multi) outlet.close(1000)
    })
  }

  let idle = setTimeout(() => outlet.close(1008, 'input_timeout_exceeded'), options.inactivityMs)
  socket.on('close', () => clearTimeout(idle))

  socket.on('message', (data) => {
    clearTimeout(idle)
    idle = setTimeout(() => outlet.close(1008, 'input_timeout_exceeded'), options.inactivityMs)
    const parsed = parse(String(data))
    if (parsed === null) {
      outlet.send({ message: 'The message is not valid.', error: 'invalid_message', code: 1008 })
      return outlet.close(1008, 'invalid_message')
    }
    const contextId = parsed.context_id ?? 'default'
    if (parsed.close_socket) {
      for (const [id, context] of contexts) finish(context, id)
      Promise.all([...contexts.values()].map((context) => context.work)).then(() => outlet.close(1000))
      return
    }
    const context = contexts.get(contextId) ?? { waiting: '', closed: false, speed: 1, work: Promise.resolve() }
    if (!contexts.has(contextId)) contexts.set(contextId, context)
    if (context.closed) return
    context.speed = parsed.voice_settings?.speed ?? context.speed
    context.waiting += parsed.text ?? ''
    const ends = parsed.text === '' && !multi
    if (parsed.close_context || ends) return finish(context, contextId)
    const enough = context.waiting.length >= FIRST_CHUNK_CHARACTERS || (options.autoMode && SENTENCE_END.test(context.waiting))
    if (parsed.flush || parsed.try_trigger_generation || enough) queueSpeech(context, contextId)
  })
}

function parse(text: string): z.output<typeof message> | null {
  try {
    return message.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
