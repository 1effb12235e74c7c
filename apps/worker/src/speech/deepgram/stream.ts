import type { DeepgramClient } from '@deepgram/sdk'
import type { RecogniserHandlers, RecogniserStream } from '../recogniser.ts'
import { SpeechError } from '../speech-error.ts'
import { type Connection, connect, type ListenArgs, type ListenResults } from './connection.ts'

const replayMs = 10_000
const reopenings = 2
const secondReopeningAfterMs = 250

/** Recognition over as many sockets as it takes: a lost one is replaced and hears the running utterance again. */
export function openStream(
  client: DeepgramClient,
  args: ListenArgs,
  { sampleRate, renews }: { sampleRate: number; renews: boolean },
  handlers: RecogniserHandlers,
): RecogniserStream {
  const mostSamples = (replayMs * sampleRate) / 1_000
  let utterance: Int16Array[] = []
  let samples = 0
  let finalizing = false
  let failures = 0
  let over = false
  let later: NodeJS.Timeout | undefined
  let connection: Connection = open()

  function open(): Connection {
    return connect(client, args, {
      onOpen: () => {
        for (const pcm of utterance) connection.send(pcm)
        if (finalizing) connection.finalize()
      },
      onResults: (results) => {
        if (results.is_final) failures = 0
        if (results.from_finalize) finalizing = false
        handlers.onTranscript(transcriptOf(results))
      },
      onLost: (error) => reopen(error),
    })
  }

  function reopen(error: SpeechError) {
    failures += 1
    if (!error.retryable || failures > reopenings) {
      over = true
      utterance = []
      handlers.onFailure(error)
      return
    }
    handlers.onRestart()
    if (failures === 1) connection = open()
    else
      later = setTimeout(() => {
        connection = open()
      }, secondReopeningAfterMs)
  }

  return {
    begin() {
      utterance = []
      samples = 0
      finalizing = false
    },
    push(pcm) {
      if (over) return
      utterance.push(pcm)
      samples += pcm.length
      for (let first = utterance[0]; first && samples - first.length >= mostSamples; first = utterance[0]) {
        samples -= first.length
        utterance.shift()
      }
      if (connection.isOpen()) connection.send(pcm)
    },
    finalize() {
      finalizing = true
      if (connection.isOpen()) connection.finalize()
    },
    restart() {
      if (over || (!renews && connection.isOpen())) return
      connection.close()
      reopen(new SpeechError('recognition', 'TIMEOUT', 'no answer'))
    },
    close() {
      over = true
      utterance = []
      clearTimeout(later)
      connection.close()
    },
  }
}

function transcriptOf(results: ListenResults) {
  const best = results.channel.alternatives[0]
  return {
    text: best?.transcript.trim() ?? '',
    confidence: best?.confidence ?? 0,
    isFinal: results.is_final,
    settled: results.is_final && (results.speech_final || results.from_finalize),
  }
}
