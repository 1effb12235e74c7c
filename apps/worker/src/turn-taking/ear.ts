import { joinSamples } from '@parley/audio'
import {
  contactSampleRate,
  type Recogniser,
  type RecogniserHandlers,
  type RecogniserStream,
  type RecognitionRequest,
} from '../speech/recogniser.ts'

const keptMs = 10_000
const beforeOnsetMs = 300

type Window = { pcm: Int16Array; from: number; to: number; sent: boolean }

/**
 * The contact's last ten seconds, and the recogniser that hears the utterances in them. Only utterances are sent (all of it to one that hears the ends of turns itself),
 * from a little before their beginning; what came before the listening began counts when the voice still goes on.
 */
export function createEar(recogniser: Recogniser) {
  const windows: Window[] = []
  let stream: RecogniserStream | undefined
  let sending = false
  const hearsAll = () => stream?.turns ?? false

  function send(window: Window) {
    if (window.sent) return
    window.sent = true
    stream?.push(window.pcm)
  }

  return {
    add(pcm: Int16Array, at: number) {
      const window = { pcm, from: at - (pcm.length * 1_000) / contactSampleRate, to: at, sent: false }
      windows.push(window)
      for (let first = windows[0]; first && at - first.to > keptMs; first = windows[0]) windows.shift()
      if (sending || hearsAll()) send(window)
    },

    open(wanted: Omit<RecognitionRequest, 'sampleRate'>, handlers: RecogniserHandlers) {
      stream?.close()
      sending = false
      for (const window of windows) window.sent = false
      stream = recogniser.open({ ...wanted, sampleRate: contactSampleRate }, handlers)
    },

    /** An utterance began: sends what is kept of it and what follows. */
    begin(onsetAt: number) {
      // One that hears all of it has the beginning already.
      if (!hearsAll()) stream?.begin()
      sending = true
      for (const window of windows) if (window.to > onsetAt - beforeOnsetMs) send(window)
    },

    /** The utterance is over, or was none. */
    pause() {
      sending = false
    },

    /** The newest audio, `ms` of it at most. */
    newest(ms: number): Int16Array {
      const from = (windows.at(-1)?.to ?? 0) - ms
      return joinSamples(windows.filter((window) => window.to > from).map(({ pcm }) => pcm))
    },

    /** How the present recogniser hears; it may change with a restart. */
    manner: () => ({ asksEarly: stream?.asksEarly ?? false, turns: hearsAll() }),

    finalize: () => stream?.finalize(),
    restart: () => stream?.restart(),

    close() {
      stream?.close()
      stream = undefined
      sending = false
    },
  }
}
