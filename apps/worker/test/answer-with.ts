import { createResampler, decodeMuLaw, encodeMuLaw } from '@parley/audio'
import type { Beep } from '../src/machine-detection/beep-detector.ts'
import type { Judgement } from '../src/machine-detection/judgement.ts'
import { createMachineWatch, type MachineWatchOptions } from '../src/machine-detection/machine-watch.ts'
import type { Recogniser } from '../src/speech/recogniser.ts'
import { createVoiceDetector, levelsOf, voiceWindow, voiceWindowMs } from '../src/turn-taking/voice-detector.ts'

/** 16 kHz sound as a telephone brings it: 8 kHz in µ-law. */
export function byTelephone(pcm: Int16Array): Int16Array {
  const narrow = createResampler(16_000, 8_000).next(pcm)
  return createResampler(8_000, 16_000).next(decodeMuLaw(encodeMuLaw(narrow)))
}

/** A recogniser that is waited for: sound goes on when it has answered what it was asked. */
function waitedFor(recogniser: Recogniser) {
  let asked = 0
  let answered: () => void = () => undefined
  const settle = () => {
    asked = 0
    answered()
  }
  const waited: Recogniser = {
    ...recogniser,
    open(request, handlers) {
      const stream = recogniser.open(request, {
        ...handlers,
        onTranscript(transcript) {
          handlers.onTranscript(transcript)
          if (transcript.settled) settle()
        },
        onFailure(error) {
          handlers.onFailure(error)
          settle()
        },
      })
      return {
        ...stream,
        finalize() {
          asked += 1
          stream.finalize()
        },
      }
    },
  }
  const done = () => (asked === 0 ? undefined : new Promise<void>((resolve) => (answered = resolve)))
  return { waited, done }
}

type Answer = { pcm: Int16Array; recogniser: Recogniser; language: MachineWatchOptions['language']; quietMs?: number }

/** For tests: a call that is answered with this sound (16 kHz), after 300 ms and with silence after it; what the watch makes of it. */
export async function answerWith({ pcm, recogniser, language, quietMs = 4_000 }: Answer) {
  const { waited, done } = waitedFor(recogniser)
  const judgements: Judgement[] = []
  let ready: { at: number; beep?: Beep } | undefined
  let at = 0
  const watch = createMachineWatch({
    recogniser: waited,
    language,
    onJudgement: (judgement) => judgements.push(judgement),
    onReady: (beep) => (ready = { at, beep }),
  })
  const detector = createVoiceDetector()
  const lead = 300 * 16
  const sound = new Int16Array(lead + pcm.length + quietMs * 16)
  sound.set(pcm, lead)
  for (let from = 0; from + voiceWindow <= sound.length; from += voiceWindow) {
    const window = sound.slice(from, from + voiceWindow)
    at += voiceWindowMs
    watch.audio(window, at)
    const levels = levelsOf(window)
    watch.frame(window, { at, durationMs: voiceWindowMs, probability: await detector.detect(window, levels), levels })
    await done()
  }
  watch.close()
  return { judgements, ready, last: judgements.at(-1) }
}
