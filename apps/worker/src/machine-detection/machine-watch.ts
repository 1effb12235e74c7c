import type { Language } from '@parley/flow-runtime'
import type { Recogniser } from '../speech/recogniser.ts'
import { createEar } from '../turn-taking/ear.ts'
import { askAfterMs } from '../turn-taking/patience.ts'
import { createVoiceRuns, type VoiceFrame } from '../turn-taking/voice-run.ts'
import { type Beep, createBeepDetector } from './beep-detector.ts'
import { createGreetingJudge, greetingTimes } from './greeting-judge.ts'
import type { Judgement } from './judgement.ts'
import { phraseHints } from './phrases.ts'

/** After the greeting of a machine without a beep. */
const silenceMs = 2_500
const longestMs = 45_000
/** A recogniser that hears all of an utterance anew each time is not asked for a comma. */
const askAfterPauseMs = 250

export type MachineWatchOptions = {
  recogniser: Recogniser
  language: Language
  onJudgement(judgement: Judgement): void
  /** The machine records now: its beep is over, or there was none and it has fallen silent. Told once, after a judgement that says `machine`. */
  onReady(beep: Beep | undefined): void
}

/**
 * Listens to the beginning of a call beside the conversation, with a recogniser of its own that expects the greetings of machines: judges what answered, and
 * after a machine tells when its message may be left. Never delays anything.
 */
export function createMachineWatch({ recogniser, language, onJudgement, onReady }: MachineWatchOptions) {
  const beeps = createBeepDetector()
  const voice = createVoiceRuns(greetingTimes.pauseMs)
  const ear = createEar(recogniser)
  let judge: ReturnType<typeof createGreetingJudge> | undefined
  let now = 0
  let answeredAt = 0
  let runSince: number | undefined
  let finalized = false
  let lastVoicedAt = 0
  let spokenMs = 0
  let heardUsMs = 0
  let spokenSince: number | undefined
  let beep: Beep | undefined
  let over = false
  let told: 'human' | 'machine' | undefined

  function begin(at: number) {
    answeredAt = lastVoicedAt = at
    judge = createGreetingJudge(at)
    const expectation = { kind: 'free', hints: phraseHints(language) } as const
    ear.open(
      { language, expectation },
      {
        onTranscript: ({ text }) => follow(judge?.words(text, now)),
        onTurn: ({ text }) => follow(judge?.words(text, now)),
        onRestart: () => undefined,
        onFailure: () => ear.close(),
      },
    )
    if (told) follow(judge.carrier(told, at))
  }

  function follow(judgement: Judgement | undefined) {
    if (!judgement || over) return
    onJudgement(judgement)
    if (judgement.answeredBy === 'unsure') close()
  }

  /** What time and the sound so far bring about. */
  function advance(at: number) {
    if (over || !judge) return
    now = Math.max(now, at)
    follow(judge.tick(at))
    const isLate = at - answeredAt >= longestMs
    if (judge.verdict() === 'machine') {
      const isSilent = at - lastVoicedAt >= silenceMs && !beeps.isSounding()
      // A tone before the greeting asks for nothing.
      const asked = beep && beep.endedAt + greetingTimes.pauseMs >= lastVoicedAt ? beep : undefined
      if (!asked && !isSilent && !isLate) return
      close()
      onReady(asked)
    } else if (judge.verdict() === 'human' && at - answeredAt > greetingTimes.correctWithinMs) close()
  }

  function close() {
    over = true
    ear.close()
  }

  return {
    /** The contact's sound; `at` is its end. */
    audio(pcm: Int16Array, at: number) {
      if (over) return
      if (!judge) begin(at - pcm.length / 16)
      const found = beeps.add(pcm, at)
      if (!found) return
      beep = found
      follow(judge?.beep(found, at))
      advance(at)
    },

    /** The same sound in a window of the voice detector, and what that says. */
    frame(pcm: Int16Array, frame: VoiceFrame) {
      if (over || !judge) return
      ear.add(pcm, frame.at)
      now = Math.max(now, frame.at)
      const isTone = beeps.isSounding()
      const goesOn = voice.add(isTone ? { ...frame, probability: 0 } : frame)
      const run = voice.current()
      if (run && goesOn) {
        if (runSince !== run.onsetAt) {
          heardUsMs = spokenMs + (spokenSince === undefined ? 0 : Math.max(0, run.onsetAt - spokenSince))
          ear.begin(run.onsetAt)
        }
        runSince = run.onsetAt
        finalized = false
        lastVoicedAt = run.lastVoicedAt
        follow(judge.voice({ ...run, heardUsMs }, frame.at))
      }
      const quietFor = frame.at - lastVoicedAt
      if (runSince !== undefined && !finalized && quietFor >= (ear.manner().asksEarly ? askAfterMs : askAfterPauseMs)) {
        finalized = true
        ear.finalize()
      }
      if (!run && runSince !== undefined) {
        runSince = undefined
        ear.pause()
      }
      advance(frame.at)
    },

    /** The carrier's own detection says who answered; before there was any sound it is kept for then. */
    carrier(answeredBy: 'human' | 'machine', at: number) {
      if (over) return
      told = answeredBy
      follow(judge?.carrier(answeredBy, at))
    },

    /** We begin or stop to sound. */
    speaking(sounds: boolean, at: number) {
      if (spokenSince !== undefined) spokenMs += at - spokenSince
      spokenSince = sounds ? at : undefined
    },

    tick: advance,
    close,
  }
}
