import type { Language } from '@parley/flow-runtime'
import type { Clock } from '../clock.ts'
import { createMachineWatch } from '../machine-detection/machine-watch.ts'
import { contactSampleRate, type Recogniser } from '../speech/recogniser.ts'
import { SpeechError, type SpeechNote } from '../speech/speech-error.ts'
import type { Synthesiser } from '../speech/synthesiser.ts'
import { createKeyPresses } from '../tones/key-presses.ts'
import { createKeyToneDetector } from '../tones/key-tone-detector.ts'
import type { Listen, PortEvent, Recorder, VoicePort } from '../voice-port.ts'
import type { WarmTransfer, WarmTransferNote, WarmTransferRun } from '../warm-transfer/warm-transfer.ts'
import { type AudioNote, createAudioHealth } from './audio-health.ts'
import { createEar } from './ear.ts'
import { createEchoGuard } from './echo-guard.ts'
import type { EndOfTurnModel } from './end-of-turn-model.ts'
import { createLevelDetector } from './level-detector.ts'
import type { Line } from './line.ts'
import { createMouth } from './mouth.ts'
import { askAfterMs, turnTimes } from './patience.ts'
import { createPrivacy } from './privacy.ts'
import { createTurnTaker, type TurnDecision, type TurnInput } from './turn-taker.ts'
import { createVoiceDetector, levelsOf, type VoiceDetector, voiceWindowMs } from './voice-detector.ts'
import { createVoiceWindows, type VoiceWindow } from './voice-windows.ts'

export type ConversationOptions = {
  speech: { recogniser: Recogniser; synthesiser: Synthesiser }
  interruption: { enabled: boolean; minSpeechMs: number }
  clock: Clock
  /** The flow's voice for a language; undefined: the provider's own. */
  voiceFor?: (language: Language) => string | undefined
  /** What the contact may speak besides the language of the call. */
  languages?: readonly Language[]
  /** Its own, unless somebody wants to know how far it is. */
  detector?: VoiceDetector
  endOfTurnModel?: EndOfTurnModel
  /** Finds out whether a person or a machine answered, whose greeting would be in this language; `carrier`: listens to the carrier's own detection until it is told to stop. */
  machineDetection?: { language: Language; carrier?: (hear: (answeredBy: 'human' | 'machine') => void) => () => void }
  recorder?: Pick<Recorder, 'contact' | 'agent'>
  /** Absent: no colleague can be called. */
  warmTransfer?: WarmTransfer
  /** Retries and fallbacks of providers, and what is wrong with the contact's audio. */
  onNote?: (note: PortNote) => void
}
export type PortNote = SpeechNote | AudioNote | WarmTransferNote | { code: 'TURN_TOO_LONG'; detail: string }

const tickMs = 100
/** What the end-of-turn model hears of a pause. */
const judgedMs = 1_200

const hearsAlike = (one: Listen, other: Listen) =>
  one.language === other.language && JSON.stringify(one.expectation) === JSON.stringify(other.expectation)

/** The voice port over any line: hearing, speaking and whose turn it is. `close` frees everything and ends silently. */
export function createLinePort(line: Line, options: ConversationOptions): VoicePort & { close(): Promise<void> } {
  const { clock, interruption, speech, recorder } = options
  const listeners: ((event: PortEvent) => void)[] = []
  const roughly = createLevelDetector()
  const { detector = createVoiceDetector() } = options
  const windows = createVoiceWindows()
  const turns = createTurnTaker({ minSpeechMs: interruption.minSpeechMs })
  const ear = createEar(speech.recogniser)
  const privacy = createPrivacy()
  const echo = createEchoGuard()
  const health = createAudioHealth()
  const machines =
    options.machineDetection &&
    createMachineWatch({
      recogniser: speech.recogniser,
      language: options.machineDetection.language,
      onJudgement(judgement) {
        emit({ type: 'answeredBy', judgement })
        if (judgement.answeredBy === 'machine') emit({ type: 'machineDetected' })
      },
      onReady: (beep) => emit({ type: 'outsideEvent', name: 'beep', data: beep ? { hz: beep.hz, ms: beep.ms } : null }),
    })
  const ignoreCarrier = options.machineDetection?.carrier?.((answeredBy) => machines?.carrier(answeredBy, clock.now()))
  let decideAt: NodeJS.Timeout | undefined
  const keyTones = createKeyToneDetector()
  const presses = createKeyPresses()
  let listen: Listen | undefined
  let speaks = false
  /** The recogniser's present stream; what an earlier one still says counts for nothing. */
  let hearing: object | undefined
  let detection = Promise.resolve()
  let ended = false
  let passing: WarmTransferRun | undefined
  /** Aborted when the contact is no longer on this line, or the line no longer ours. */
  const gone = new AbortController()

  function emit(event: PortEvent) {
    if (!ended) for (const listener of listeners) listener(event)
  }

  const mouth = createMouth({
    ...options,
    synthesiser: speech.synthesiser,
    output: line.output,
    mayBeInterrupted: ({ interruptible }) => interruptible && interruption.enabled,
    hasFloor: () => turns.hasFloor(),
    onSpeaking(speaking) {
      speaks = speaking.kind === 'interruptible' || speaking.kind === 'protected'
      machines?.speaking(speaks, clock.now())
      take({ type: 'speaking', at: clock.now(), speaking })
    },
    onGiven: (pcm, at) => echo.said(pcm, at, line.output.sampleRate),
    onDropped: echo.dropped,
    onPlayed: (pcm, at) => recorder?.agent(pcm, at, line.output.sampleRate),
  })

  function note(notes: readonly PortNote[]) {
    for (const each of notes) options.onNote?.(each)
  }

  function take(input: TurnInput) {
    for (const decision of turns.handle(input)) follow(decision)
    mouth.floorChanged()
    wakeAtNextDecision()
  }

  /** Audio comes in windows; the ends of turns do not wait for one. */
  function wakeAtNextDecision() {
    clearTimeout(decideAt)
    const at = ended ? undefined : turns.nextAt()
    if (at === undefined) return
    const inMs = at - clock.now()
    if (inMs > 0 && inMs < tickMs) decideAt = setTimeout(() => take({ type: 'tick', at: clock.now() }), Math.ceil(inMs))
  }

  async function judge(model: EndOfTurnModel, language: Language) {
    const judged = turns.turn()
    const finished = await model.finished(ear.newest(judgedMs), language)
    if (judged !== undefined && judged === turns.turn()) take({ type: 'judged', at: clock.now(), finished })
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
      case 'judge':
        if (options.endOfTurnModel && listen) judge(options.endOfTurnModel, listen.language).catch(() => undefined)
        return
      case 'maySay': {
        const { text, confidence, language = listen?.language } = decision
        if (listen && language) emit({ type: 'contactMaySay', listenId: listen.id, text, confidence, language })
        return
      }
      case 'recogniserSilent':
        if (decision.tries >= turnTimes.recogniserTries) return failRecognition(new SpeechError('recognition', 'TIMEOUT', 'no answer'))
        if (decision.tries === 1) ear.restart()
        return emit({ type: 'recognitionLate' })
      case 'tooLong':
        return note([{ code: 'TURN_TOO_LONG', detail: `${turnTimes.maxTurnMs / 1_000} s` }])
      case 'contactSilent':
        note(health.saidNothing())
        return answer((listenId) => ({ type: 'contactSilent', listenId }))
      case 'turnEnded': {
        const { text, confidence, language: heard, speechEndAt, endOfTurnAt, finalTranscriptAt = clock.now() } = decision
        const timing = { speechEndAt, endOfTurnAt, finalTranscriptAt }
        return answer((listenId, language) => ({ type: 'contactSaid', listenId, text, confidence, language: heard ?? language, timing }))
      }
    }
  }

  /** The listening has its answer and is over. */
  function answer(event: (listenId: string, language: Language) => PortEvent) {
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
    ear.open(
      { ...wanted, languages: options.languages },
      {
        onTranscript: (transcript) => current() && take({ type: 'transcript', at: clock.now(), transcript }),
        onTurn: (turn) => current() && take({ type: 'providerTurn', at: clock.now(), turn }),
        onRestart: (asks) => current() && take({ type: 'recogniserRestarted', asks, ...manner() }),
        onNote: options.onNote,
        onFailure: (error) => current() && failRecognition(error),
      },
    )
  }

  /** When the recogniser may be asked, and who hears the ends of turns. */
  function manner() {
    const { asksEarly, turns: providerTurns } = ear.manner()
    return { providerTurns, askAfterMs: asksEarly ? askAfterMs : undefined }
  }

  function stopListening() {
    listen = hearing = undefined
    privacy.ends(clock.now())
    ear.close()
    take({ type: 'stopListening' })
  }

  line.onEvent((event) => {
    if (ended) return
    if (event.type === 'key') return passing?.hears(event) ? undefined : press(event.key, 'line')
    if (event.type === 'left') {
      gone.abort()
      mouth.interrupt()
      stopListening()
      machines?.close()
      return emit(event)
    }
    const { pcm, at } = event
    note(health.arrived(pcm.length, at))
    recorder?.contact(
      privacy.covers(at, turns.hasFloor()) ? new Int16Array(pcm.length) : pcm,
      at - (pcm.length * 1_000) / contactSampleRate,
    )
    if (passing?.hears(event)) return
    machines?.audio(pcm, at)
    for (const key of keyTones.add(pcm)) press(key, 'tone')
    const isTone = keyTones.isSounding()
    if (isTone) presses.goOn(clock.now())
    for (const window of windows.add(pcm, at)) detect(window, isTone)
  })

  /** Both ways of telling a press are timed by when they arrive here: the instants of the audio are of another clock. */
  function press(key: string, source: 'line' | 'tone') {
    if (presses.isNew(key, clock.now(), source)) emit({ type: 'keyPressed', key })
  }

  /** A key's tone is no voice: nobody speaks, and the recogniser hears silence. */
  function detect(window: VoiceWindow, isTone: boolean) {
    const { at } = window
    const pcm = isTone ? new Int16Array(window.pcm.length) : window.pcm
    detection = detection
      .then(async () => {
        const levels = levelsOf(pcm)
        const isEcho = echo.isEcho(levels, at)
        // Where the provider hears turns the model is only asked while the agent speaks: an interruption must not wait for words.
        const isRough = ear.manner().turns && !speaks
        const probability = isRough ? roughly.detect(levels) : await detector.detect(pcm, levels)
        if (ended) return
        note(health.window(pcm, probability))
        ear.add(pcm, at)
        const frame = { at, durationMs: voiceWindowMs, probability: isEcho ? 0 : probability, levels }
        machines?.frame(pcm, frame)
        take({ type: 'frame', ...frame })
      })
      .catch((error: unknown) => failRecognition(new SpeechError('recognition', 'BROKEN', String(error))))
  }
  const ticks = setInterval(() => {
    machines?.tick(clock.now())
    take({ type: 'tick', at: clock.now() })
  }, tickMs)

  async function close() {
    ended = true
    gone.abort()
    await passing?.over.catch(() => undefined)
    clearInterval(ticks)
    clearTimeout(decideAt)
    stopListening()
    machines?.close()
    ignoreCarrier?.()
    mouth.close()
    await detection
    await line.close()
  }

  return {
    answered: (withinMs) => line.answered(withinMs),
    say: (wanted) => mouth.say(wanted),
    prepare: (speeches) => mouth.prepare(speeches),
    interrupt: (ids) => mouth.interrupt(ids),
    stopListening,
    sendKeys: (keys) => line.sendKeys(keys),
    transfer(wanted) {
      if (wanted.mode !== 'warm' || !options.warmTransfer) return line.transfer(wanted)
      const record = (pcm: Int16Array, at: number) => recorder?.agent(pcm, at, line.output.sampleRate)
      passing = options.warmTransfer(wanted, { output: line.output, sendKeys: line.sendKeys, record, gone: gone.signal })
      return passing.outcome
    },
    async bridged(signal) {
      if (signal.aborted) gone.abort()
      else signal.addEventListener('abort', () => gone.abort(), { once: true })
      return (await passing?.over) !== undefined
    },
    onEvent: (listener) => void listeners.push(listener),
    close,

    listen(wanted) {
      const { timeoutMs, expectation, keys, language } = wanted
      privacy.begins(keys?.secret !== undefined, clock.now())
      // Key after key the same is expected: one recogniser hears all of it.
      const goesOn = listen !== undefined && listen.keys !== undefined && hearsAlike(listen, wanted)
      listen = wanted
      if (!goesOn) hear(wanted)
      take({ type: 'listen', at: clock.now(), expectation, language, timeoutMs, ...manner() })
    },

    setLanguage(language) {
      if (!listen || listen.language === language) return
      listen = { ...listen, language }
      hear(listen)
    },

    async hangUp() {
      stopListening()
      machines?.close()
      await mouth.finished()
      ended = true
      await line.hangUp()
    },
  }
}
