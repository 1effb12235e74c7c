import { able, type Candidate, isWorthAsking, takeNext } from './candidate.ts'
import { createKeptAudio } from './kept-audio.ts'
import type { Recogniser, RecogniserStream } from './recogniser.ts'
import { SpeechError } from './speech-error.ts'

/**
 * Recognition by the first provider that works. When it fails in the middle of an utterance the next one hears the utterance from its
 * beginning, and the wish for an answer; the listener only learns that what was said before does not count.
 */
export function createRecognition(candidates: readonly Candidate<Recogniser>[]): Recogniser {
  return {
    open(request, handlers) {
      const left = able(candidates, request.language)
      const kept = createKeptAudio(request.sampleRate)
      /** Answers that were asked for and have not come. */
      let asks = 0
      let over = false
      let asked: { stream: RecogniserStream; fail(error: SpeechError): void; release(): void } | undefined

      function ask(): void {
        const next = takeNext(left)
        if (!next) return
        const { circuit, service } = next
        const isLast = !isWorthAsking(left)
        let isTold = false
        const succeed = () => {
          if (!isTold) circuit.succeeded()
          isTold = true
        }
        const isCurrent = () => !over && asked?.stream === stream
        const stream: RecogniserStream = service.open(
          { ...request, isLast },
          {
            onTranscript(transcript) {
              succeed()
              if (transcript.settled) asks = Math.max(0, asks - 1)
              handlers.onTranscript(transcript)
            },
            onTurn(turn) {
              succeed()
              if (turn.kind === 'ended') kept.clear()
              handlers.onTurn?.(turn)
            },
            onRestart(owed) {
              asks = owed
              handlers.onRestart(owed)
            },
            onNote: handlers.onNote,
            onFailure(error) {
              if (isCurrent()) fallBack(error)
            },
          },
        )
        asked = {
          stream,
          fail(error) {
            isTold = true
            if (error.fault === 'REFUSED') circuit.released()
            else circuit.failed(error)
          },
          release() {
            if (!isTold) circuit.released()
            isTold = true
          },
        }
      }

      function fallBack(error: SpeechError) {
        asked?.fail(error)
        if (left.length === 0) return handlers.onFailure(error)
        asked?.stream.close()
        ask()
        handlers.onNote?.({ code: 'PROVIDER_FALLBACK', detail: error.code })
        asks = Math.min(asks, 1)
        handlers.onRestart(asks)
        for (const pcm of kept.windows()) asked?.stream.push(pcm)
        if (asks > 0) asked?.stream.finalize()
      }

      ask()
      return {
        get asksEarly() {
          return asked?.stream.asksEarly ?? false
        },
        get turns() {
          return asked?.stream.turns ?? false
        },
        begin() {
          kept.clear()
          asks = 0
          asked?.stream.begin()
        },
        push(pcm) {
          if (left.length > 0) kept.add(pcm)
          asked?.stream.push(pcm)
        },
        finalize() {
          asks += 1
          asked?.stream.finalize()
        },
        restart() {
          if (!isWorthAsking(left)) return asked?.stream.restart()
          fallBack(new SpeechError('recognition', 'TIMEOUT', 'no answer'))
        },
        close() {
          over = true
          kept.clear()
          asked?.release()
          asked?.stream.close()
        },
      }
    },
  }
}
