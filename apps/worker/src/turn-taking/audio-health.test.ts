import { expect, test } from 'vitest'
import { createAudioHealth } from './audio-health.ts'

const rate = 16_000
const window = 512
type Sound = (sample: number) => number

/** The codes of what is noted of fifteen seconds of a sound, in windows of which `voiced` are voice. */
function notesOf(sound: Sound, { voiced = () => false, faster = 1 }: { voiced?: (index: number) => boolean; faster?: number } = {}) {
  const health = createAudioHealth()
  const codes: string[] = []
  for (let index = 0; index < (15 * rate) / window; index += 1) {
    const pcm = Int16Array.from({ length: window }, (_, i) => Math.max(-32_768, Math.min(32_767, sound(index * window + i))))
    const at = ((index + 1) * window * 1_000) / rate / faster
    codes.push(...[...health.arrived(window, at), ...health.window(pcm, voiced(index) ? 0.9 : 0.05)].map(({ code }) => code))
  }
  return [...codes, ...health.saidNothing().map(({ code }) => code)]
}

const tone = (loudness: number) => (at: number) => loudness * Math.sin((2 * Math.PI * 200 * at) / rate)
/** A voice with pauses: half of each second. */
const spoken = (sound: Sound) => (at: number) => (at % rate < rate / 2 ? sound(at) : 0)
const halves = (index: number) => (index * window) % rate < rate / 2

test.each<[string, string[], string[]]>([
  ['a voice', notesOf(spoken(tone(9_000)), { voiced: halves }), []],
  [
    'a loud voice that just touches full scale',
    notesOf(
      spoken((at) => tone(9_000)(at) + (at % 400 === 0 ? 32_767 : 0)),
      { voiced: halves },
    ),
    [],
  ],
  ['a voice that is cut off at full scale', notesOf(spoken(tone(90_000)), { voiced: halves }), ['AUDIO_CLIPPED']],
  ['a voice beside the zero', notesOf((at) => spoken(tone(9_000))(at) + 3_000, { voiced: halves }), ['AUDIO_OFFSET']],
  ['a hum without a pause', notesOf(tone(2_000)), ['AUDIO_NOISE']],
  ['a voice without a pause', notesOf(tone(2_000), { voiced: () => true }), []],
  ['nothing but zeros', notesOf(() => 0), ['AUDIO_SILENT']],
  ['a quiet room', notesOf((at) => (at * 7_919) % 61), []],
  ['audio of another rate', notesOf(spoken(tone(9_000)), { voiced: halves, faster: 1.5 }), ['AUDIO_RATE']],
])('%s', (_, codes, expected) => {
  expect(codes).toEqual(expected)
})
