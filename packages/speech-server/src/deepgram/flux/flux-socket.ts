import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { createResampler } from '@parley/audio'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import { createListener } from '../../recognition/listener.ts'
import { RECOGNITION_RATE, type Recogniser } from '../../recognition/pocketsphinx.ts'
import { createDelayLine } from '../../sessions/delay-line.ts'
import { openSocketOutlet } from '../../sessions/socket-outlet.ts'
import type { Visit } from '../../sessions/visit.ts'
import { alternative } from '../messages.ts'
import { type FluxQuery, isEnglish, thresholds as thresholdsSchema } from './flux-query.ts'
import { createTurns, endsAfterMs, type Turn, type TurnEvent } from './turn.ts'

const control = z.discriminatedUnion('type', [
  z.object({ type: z.literal('CloseStream') }),
  z.object({ type: z.literal('ForceEndTurn') }),
  z.object({
    type: z.literal('Configure'),
    thresholds: z.record(z.string(), z.unknown()).default({}),
    keyterms: z.union([z.string(), z.array(z.string())]).optional(),
    language_hints: z.array(z.string()).optional(),
  }),
])
type Configure = Extract<z.output<typeof control>, { type: 'Configure' }>

/** Serves one `WS /v2/listen` (Flux): binary audio in, turns out. */
export function serveFluxSocket(recogniser: Recogniser, socket: WebSocket, raw: Duplex, query: FluxQuery, visit: Visit): void {
  const requestId = randomUUID()
  const resampler = createResampler(query.sampleRate, RECOGNITION_RATE, 'recording')
  const outlet = openSocketOutlet(socket, raw, visit)
  const later = createDelayLine(visit)
  let sequence = 0
  let { thresholds, hints, languageHints } = query
  let isSpeaking = false
  const prepare = () => recogniser.prepare({ kind: query.kind, hints })
  let grammar = prepare()

  const send = (message: object) => {
    const numbered = { request_id: requestId, sequence_id: sequence++, ...message }
    later(() => outlet.send(numbered))
  }
  const fail = (code: string, description: string) => {
    visit.counters.lastError = code
    send({ type: 'Error', code, description })
    later(() => outlet.close(1011, code))
  }
  const tellTurn = (event: TurnEvent, { index, startMs, confidence, heard }: Turn) => {
    const { transcript, words } = alternative(heard ?? { words: [], confidence: 0 })
    send({
      type: 'TurnInfo',
      event,
      turn_index: index,
      audio_window_start: startMs / 1000,
      audio_window_end: listener.positionMs() / 1000,
      transcript,
      words,
      end_of_turn_confidence: confidence,
      ...(languageHints && { languages: transcript === '' ? [] : ['en'], languages_hinted: languageHints }),
    })
  }
  const turns = createTurns(() => thresholds, tellTurn)
  const listener = createListener({
    decode: async (samples, signal) => recogniser.decode(await grammar, samples, signal),
    get endpointingMs() {
      return endsAfterMs(thresholds)
    },
    interim: true,
    onSpeechStarted: (atMs) => {
      isSpeaking = true
      turns.started(atMs)
    },
    onInterim: turns.understood,
    onSilence: turns.silent,
    onFinal: (heard) => {
      outlet.spoken(Number.POSITIVE_INFINITY)
      isSpeaking = false
      turns.ended(heard)
    },
    onFailure: (error) => {
      const isAbort = error instanceof Error && error.name === 'AbortError'
      if (!isAbort) fail('INTERNAL_SERVER_ERROR', 'The recogniser failed on this audio.')
    },
  })

  const configure = (wanted: Configure) => {
    const merged = thresholdsSchema.safeParse({ ...thresholds, ...wanted.thresholds })
    const areHintsRight =
      !wanted.language_hints || (languageHints !== null && (wanted.language_hints.length === 0 || wanted.language_hints.some(isEnglish)))
    if (!merged.success || !areHintsRight) return send({ type: 'ConfigureFailure' })
    thresholds = merged.data
    hints = wanted.keyterms === undefined ? hints : [wanted.keyterms].flat()
    languageHints = wanted.language_hints ?? languageHints
    grammar = prepare()
    grammar.catch(() => fail('INTERNAL_SERVER_ERROR', 'The recogniser could not be prepared.'))
    const { eager_eot_threshold: eager, ...others } = thresholds
    send({
      type: 'ConfigureSuccess',
      thresholds: { ...others, ...(eager !== null && { eager_eot_threshold: eager }) },
      keyterms: hints,
      ...(languageHints && { language_hints: languageHints }),
    })
  }
  const closeStream = async () => {
    if (listener.hasUtterance()) await listener.finalize()
    await listener.settled()
    later(() => outlet.close(1000))
  }

  send({ type: 'Connected' })
  grammar.catch(() => fail('INTERNAL_SERVER_ERROR', 'The recogniser could not be prepared.'))
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) {
      listener.push(resampler.next(query.decodeAudio(data)))
      if (isSpeaking) outlet.spoken(listener.positionMs() - turns.startMs())
      return
    }
    const message = parse(data.toString())
    if (message === null) fail('UNPARSABLE_CLIENT_MESSAGE', 'Not a message of this protocol.')
    else if (message.type === 'Configure') configure(message)
    else if (message.type === 'CloseStream') closeStream()
    else if (listener.hasUtterance()) listener.finalize()
  })
  socket.on('close', () => listener.close())
}

function parse(text: string): z.output<typeof control> | null {
  try {
    return control.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
