import type { Language } from '@parley/flow-runtime'
import type { Clock } from '../clock.ts'
import type { SpeechProviders } from '../speech/providers.ts'
import { contactSampleRate } from '../speech/recogniser.ts'
import { SpeechError } from '../speech/speech-error.ts'
import type { SpeechNote } from '../speech/synthesiser.ts'
import type { Listen, PortEvent, Recorder, VoicePort } from '../voice-port.ts'
import { createEar } from './ear.ts'
import type { Line } from './line.ts'
import { createMouth } from './mouth.ts'
import { patienceMs } from './patience.ts'
import { createPrivacy } from './privacy.ts'
import { createTurnTaker, type TurnDecision, type TurnInput } from './turn-taker.ts'
import { createVoiceDetector, levelsOf, voiceWindowMs } from './voice-detector.ts'
import { createVoiceWindows, type VoiceWindow } from './voice-windows.ts'

export type ConversationOptions = {
  speech: SpeechProviders
  interruption: { enabled: boolean; minSpeechMs: number }
  clock: Clock
  /** The flow's voice for a language; undefined: the provider's own. */
  voiceFor?: (language: Language) => string | undefined
  recorder?: Pick<Recorder, 'contact' | 'agent'>
  /** Retries and fallbacks of providers. */
  onNote?: (note: SpeechNote) => void
}

const tickMs = 50

const hearsAlike = (one: Listen, other: Listen) =>
  one.language === other.language && JSON.stringify(one.expectation) === JSON.stringify(other.expectation)

/** The voice port over any line: hearing, speaking and whose turn it is. `close` frees everything and ends silently. */
export function createLinePort(line: Line, options: ConversationOptions): VoicePort & { close(): Promise<void> } {
  const { clock, interruption, speech, recorder } = options
  const listeners: ((event: PortEvent) => void)[] = []
  const detector = createVoiceDetector()
  const windows = createVoiceWindows()
  const turns = createTurnTaker({ minSpeechMs: interruption.minSpeechMs })
  const ear = createEar(speech.recogniser)
  const privacy = createPrivacy()
  let listen: Listen | undefined
  /** The recogniser's present stream; what an earlier one still says counts for nothing. */
  let hearing: object | undefined
  let detection = Promise.resolve()
  let ended = false

  function emit(event: PortEvent) {
    if (!ended) for (const listener of listeners) listener(event)
  }

  const mouth = createMouth({
    ...options,
    synthesiser: speech.synthesiser,
    output: line.output,
    mayBeInterrupted: ({ interruptible }) => interruptible && interruption.enabled,
    hasFloor: () => turns.hasFloor(),
    onSpeaking: (speaking) => take({ type: 'speaking', at: clock.now(), speaking }),
    onPlayed: (pcm, at) => recorder?.agent(pcm, at),
  })

  function take(input: TurnInput) {
    for (const decision of turns.handle(input)) follow(decision)
  }

  function follow(decision: TurnDecision) {
    switch (decision.type) {
      case 'voiceBegan':
        return ear.begin(decision.onsetAt)
      case 'hold':
        return mouth.hold()
      case 'goOn':
        return mouth.goOn()
      case 'bargeIn':
        mouth.giveWay()
        return emit({ type: 'bargedIn', afterMs: Math.round(clock.now() - decision.onsetAt) })
      case 'finalize':
        return ear.finalize()
      case 'noise':
        return ear.pause()
      case 'recogniserSilent':
        if (decision.tries === 1) return ear.restart()
        return failRecognition(new SpeechError('recognition', 'TIMEOUT', 'no answer'))
      case 'contactSilent':
        return answer((listenId) => ({ type: 'contactSilent', listenId }))
      case 'turnEnded': {
        const { text, confidence, speechEndAt, endOfTurnAt, finalTranscriptAt = clock.now() } = decision
        const timing = { speechEndAt, endOfTurnAt, finalTranscriptAt }
        return answer((listenId, language) => ({ type: 'contactSaid', listenId, text, confidence, language, timing }))
      }
    }
  }

  /** The listening has its answer and is over. */
  function answer(event: (listenId: string, language: 'en' | 'fr') => PortEvent) {
    const answered = listen
    stopListening()
    if (answered) emit(event(answered.id, answered.language))
  }

  function failRecognition(error: SpeechError) {
    stopListening()
    emit({ type: 'failed', stage: error.stage, code: error.code })
  }

  function hear(wanted: Pick<Listen, 'language' | 'expectation'>) {
    const stream = {}
    hearing = stream
    const current = () => hearing === stream
    ear.open(wanted, {
      onTranscript: (transcript) => current() && take({ type: 'transcript', at: clock.now(), transcript }),
      onRestart: () => current() && take({ type: 'recogniserRestarted' }),
      onFailure: (error) => current() && failRecognition(error),
    })
  }

  function stopListening() {
    listen = hearing = undefined
    privacy.ends(clock.now())
    ear.close()
    take({ type: 'stopListening' })
  }

  line.onEvent((event) => {
    if (ended) return
    if (event.type === 'key') return emit({ type: 'keyPressed', key: event.key })
    if (event.type === 'left') {
      mouth.interrupt()
      stopListening()
      return emit(event)
    }
    const { pcm, at } = event
    recorder?.contact(privacy.covers(at) ? new Int16Array(pcm.length) : pcm, at - (pcm.length * 1_000) / contactSampleRate)
    for (const window of windows.add(pcm, at)) detect(window)
  })

  function detect({ pcm, at }: VoiceWindow) {
    detection = detection
      .then(async () => {
        const probability = await detector.detect(pcm)
        if (ended) return
        ear.add(pcm, at)
        take({ type: 'frame', at, durationMs: voiceWindowMs, probability, levels: levelsOf(pcm) })
      })
      .catch((error: unknown) => failRecognition(new SpeechError('recognition', 'BROKEN', String(error))))
  }
  const ticks = setInterval(() => take({ type: 'tick', at: clock.now() }), tickMs)

  async function close() {
    ended = true
    clearInterval(ticks)
    stopListening()
    mouth.close()
    await detection
    detector.close()
    await line.close()
  }

  return {
    answered: (withinMs) => line.answered(withinMs),
    say: (wanted) => mouth.say(wanted),
    interrupt: (ids) => mouth.interrupt(ids),
    stopListening,
    sendKeys: (keys) => line.sendKeys(keys),
    transfer: (wanted) => line.transfer(wanted),
    onEvent: (listener) => void listeners.push(listener),
    close,

    listen(wanted) {
      const { timeoutMs, expectation, keys } = wanted
      privacy.begins(keys?.secret !== undefined, clock.now())
      // Key after key the same is expected: one recogniser hears all of it.
      const goesOn = listen !== undefined && listen.keys !== undefined && hearsAlike(listen, wanted)
      listen = wanted
      if (!goesOn) hear(wanted)
      take({ type: 'listen', at: clock.now(), patienceMs: patienceMs(expectation), timeoutMs })
    },

    setLanguage(language) {
      if (!listen || listen.language === language) return
      listen = { ...listen, language }
      hear(listen)
    },

    async hangUp() {
      stopListening()
      await mouth.finished()
      ended = true
      await line.hangUp()
    },
  }
}
