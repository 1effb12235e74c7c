import type { Language } from '@parley/flow-runtime'
import type { Clock } from '../clock.ts'
import type { Synthesiser, SynthesisRequest } from '../speech/synthesiser.ts'
import type { Speech, SpeechResult } from '../voice-port.ts'
import type { AudioOutput } from './line.ts'
import { createNap } from './nap.ts'
import { fetchSpeech, type SpeechAudio } from './speech-audio.ts'
import type { Speaking } from './turn-taker.ts'

type Queued = {
  speech: Speech
  audio: SpeechAudio
  /** It was prepared before it was asked for. */
  foreseen: boolean
  cut: boolean
  onCut?: () => void
  onHold?: () => void
  finish(result: SpeechResult): void
}
type Wanted = Pick<Speech, 'text' | 'language' | 'voice'>

const frameMs = 20
/** Audio given to the line ahead of time: rides out a process that is busy for a moment; an interruption drops it. */
const aheadMs = 500
/** How often the line is given more. */
const refillMs = 100
const mostFloorWaitMs = 5_000
/** Between two speeches, as one breathes between sentences: after a mark that ends one, after none, after a comma. */
const breathMs = { sentence: 350, words: 250, clause: 0 }

type MouthOptions = {
  synthesiser: Synthesiser
  output: AudioOutput
  clock: Clock
  voiceFor?: (language: Language) => string | undefined
  onNote?: SynthesisRequest['onNote']
  mayBeInterrupted(speech: Speech): boolean
  hasFloor(): boolean
  onSpeaking(speaking: Speaking): void
  /** Agent audio handed to the line, and the instant from which it will sound unless it is dropped. */
  onGiven(pcm: Int16Array, at: number): void
  onDropped(at: number): void
  /** Agent audio at the instant it sounds. */
  onPlayed(pcm: Int16Array, at: number): void
}

/** Speaks what is queued, in order, no further ahead than a few frames, and knows at every moment what has been heard. */
export function createMouth({ synthesiser, output, clock, ...options }: MouthOptions) {
  const { sampleRate } = output
  const millisecondsOf = (samples: number) => (samples * 1_000) / sampleRate
  const queue: Queued[] = []
  let playheadAt = 0
  let pending: { pcm: Int16Array; at: number }[] = []
  let heldBack: Int16Array[] | undefined
  const nap = createNap()
  const prepared = new Map<string, SpeechAudio>()
  let working = false
  let held = false
  let closed = false
  const idle: (() => void)[] = []
  /** The next speech begins no earlier. */
  let breathUntil = 0

  const aheadOf = () => Math.max(0, playheadAt - clock.now())

  function give(pcm: Int16Array) {
    const now = clock.now()
    const at = Math.max(now, playheadAt)
    output.play(pcm)
    playheadAt = at + millisecondsOf(pcm.length)
    pending.push({ pcm, at })
    options.onGiven(pcm, at)
    report(now)
  }

  /** Tells of the audio that has sounded by now. */
  function report(now: number) {
    while (pending[0] && pending[0].at + millisecondsOf(pending[0].pcm.length) <= now) {
      const played = pending.shift()
      if (played) options.onPlayed(played.pcm, played.at)
    }
  }

  /** Stops the sound now; what was given to the line and has not sounded. */
  function silence(): Int16Array[] {
    const now = clock.now()
    report(now)
    const unheard = pending.map(({ pcm, at }) => {
      const played = Math.min(pcm.length, Math.max(0, Math.floor(((now - at) * sampleRate) / 1_000)))
      if (played > 0) options.onPlayed(pcm.slice(0, played), at)
      return pcm.slice(played)
    })
    pending = []
    output.clear()
    options.onDropped(now)
    playheadAt = now
    return unheard.filter((pcm) => pcm.length > 0)
  }

  async function speak(current: Queued): Promise<SpeechResult> {
    const { speech, audio, foreseen } = current
    let sent = 0
    let firstFrameAt: number | undefined
    const playedMs = () => millisecondsOf(sent) - aheadOf()
    const result = (completed: boolean, heard: string): SpeechResult => ({
      completed,
      heard,
      firstAudioAt: audio.firstAudioAt(),
      firstFrameAt,
      audio: audio.source(),
      foreseen,
    })
    let heardAtCut = ''
    current.onCut = () => {
      heardAtCut = audio.wordsUntil(playedMs())
      silence()
      heldBack = undefined
    }
    current.onHold = () => {
      heldBack = [...silence(), ...(heldBack ?? [])]
      sent -= heldBack.reduce((sum, pcm) => sum + pcm.length, 0)
    }

    while (!current.cut && (heldBack !== undefined || !audio.ended() || aheadOf() > 0)) {
      const ahead = aheadOf()
      if (held || ahead > aheadMs - frameMs || (ahead > 0 && heldBack === undefined && audio.ended())) {
        await nap.sleep(held ? mostFloorWaitMs : Math.min(refillMs, ahead))
        report(clock.now())
        continue
      }
      const pcm = heldBack?.shift() ?? audio.read((frameMs * sampleRate) / 1_000)
      if (heldBack?.length === 0) heldBack = undefined
      if (!pcm) {
        void audio.changed().then(nap.wake)
        await nap.sleep(refillMs)
        continue
      }
      if (firstFrameAt === undefined) {
        firstFrameAt = clock.now()
        options.onSpeaking({
          kind: options.mayBeInterrupted(speech) ? 'interruptible' : 'protected',
          startedAt: firstFrameAt,
          text: speech.text,
        })
      }
      sent += pcm.length
      give(pcm)
    }
    if (current.cut) return result(false, heardAtCut)
    report(playheadAt)
    const failure = audio.failure()
    if (failure) return { ...result(false, audio.wordsUntil(playedMs())), failure: { stage: failure.stage, code: failure.code } }
    return result(true, speech.text)
  }

  async function work() {
    if (working) return
    working = true
    for (let current = queue[0]; current; current = queue[0]) {
      const waitUntil = clock.now() + mostFloorWaitMs
      while (!current.cut && ((options.hasFloor() && clock.now() < waitUntil) || clock.now() < breathUntil))
        await nap.sleep(Math.min(refillMs, Math.max(1, options.hasFloor() ? refillMs : breathUntil - clock.now())))
      const result = current.cut ? { completed: false, heard: '' } : await speak(current)
      queue.shift()
      breathUntil = result.completed ? clock.now() + breathAfter(current.speech.text) : 0
      current.audio.stop()
      held = false
      options.onSpeaking({ kind: queue[0] ? 'preparing' : 'silent' })
      current.finish(result)
    }
    working = false
    for (const resolve of idle.splice(0)) resolve()
  }

  function cut(which: (queued: Queued) => boolean) {
    for (const queued of queue) {
      if (queued.cut || !which(queued)) continue
      queued.cut = true
      queued.onCut?.()
      queued.audio.stop()
    }
    nap.wake()
  }

  const requestOf = ({ text, language, voice }: Wanted) => ({ text, language, voiceId: voice ?? options.voiceFor?.(language), sampleRate })
  const fetch = (wanted: Wanted) => fetchSpeech(synthesiser, { ...requestOf(wanted), onNote: options.onNote }, () => clock.now())

  /** The audio of a speech: as it was prepared, or from now on. */
  function audioOf(wanted: Wanted): Pick<Queued, 'audio' | 'foreseen'> {
    const key = JSON.stringify(requestOf(wanted))
    const known = prepared.get(key)
    prepared.delete(key)
    return known && !known.failure() ? { audio: known, foreseen: true } : { audio: fetch(wanted), foreseen: false }
  }

  return {
    say(speech: Speech): Promise<SpeechResult> {
      if (closed) return Promise.resolve({ completed: false, heard: '' })
      const audio = audioOf(speech)
      return new Promise((finish) => {
        queue.push({ speech, ...audio, cut: false, finish })
        if (!working) options.onSpeaking({ kind: 'preparing' })
        void work()
      })
    },

    /** Fetches what may be said next; drops what was prepared and is not wanted any more. */
    prepare(speeches: readonly Wanted[]) {
      const wanted = new Map(closed ? [] : speeches.map((speech) => [JSON.stringify(requestOf(speech)), speech]))
      for (const [key, audio] of prepared) {
        if (wanted.has(key)) continue
        audio.stop()
        prepared.delete(key)
      }
      for (const [key, speech] of wanted) if (!prepared.has(key)) prepared.set(key, fetch(speech))
    },

    /** Drops the running speech and all that wait, or those with these ids. */
    interrupt: (ids?: readonly string[]) => cut(({ speech }) => ids?.includes(speech.id) ?? true),

    /** Perhaps the contact interrupts: the running speech waits where it is. */
    hold() {
      if (held || !queue[0]?.onHold) return
      held = true
      queue[0].onHold()
    },

    goOn() {
      held = false
      nap.wake()
    },

    /** The floor may be free now. */
    floorChanged: nap.wake,

    /** The contact interrupts: drops what may be interrupted. */
    giveWay: () => cut(({ speech }) => options.mayBeInterrupted(speech)),

    /** Resolves when nothing is left to say. */
    finished(): Promise<void> {
      return working ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve()
    },

    close() {
      closed = true
      for (const audio of prepared.values()) audio.stop()
      prepared.clear()
      cut(() => true)
    },
  }
}

function breathAfter(text: string): number {
  if (/[.!?…][^\p{L}\p{N}]*$/u.test(text)) return breathMs.sentence
  return /,\s*$/.test(text) ? breathMs.clause : breathMs.words
}
