import type { TranscriptionTurn } from '@parley/db'
import type { JournalEntry } from '@parley/flow-runtime'
import { expect, it } from 'vitest'
import { maskTranscription } from './mask-transcription.ts'

const originAt = 1_700_000_000_000
const says = (seq: number, atMs: number, text: string): JournalEntry => ({
  ...{ seq, at: originAt + atMs, kind: 'step', decisions: [] },
  state: { at: 'ask', turns: seq, variables: {}, status: 'running' },
  effects: [{ type: 'say', id: `s${seq}`, nodeId: 'ask', text, language: 'en', interruptible: true }],
})
const hears = (seq: number, atMs: number, text: string): JournalEntry => ({
  ...{ seq, at: originAt + atMs, kind: 'event' },
  event: { type: 'contactSaid', at: originAt + atMs, effectId: `h${seq}`, text, confidence: 1, language: 'en' },
})
const named: JournalEntry = {
  ...{ seq: 4, at: originAt + 5_100, kind: 'event' },
  event: {
    ...{ type: 'understood', at: originAt + 5_100, effectId: 'e4' },
    result: {
      ...{ intent: null, confidence: 1, candidates: [], reason: 'named', engine: 'local', tookMs: 1 },
      slots: [{ name: 'patient', value: 'Ada Lovelace', raw: 'ada lovelace', confidence: 0.9 }],
    },
  },
}
const entries = [
  says(1, 0, 'Good morning.'),
  hears(2, 2_000, 'hello'),
  says(3, 2_100, 'Who is it?'),
  hears(3, 5_000, 'ada lovelace'),
  named,
  says(5, 5_200, 'Thank you, Ada Lovelace.'),
  says(6, 8_000, 'Goodbye.'),
  hears(7, 10_000, 'bye'),
]
const heard = (speaker: 'contact' | 'agent', startMs: number, endMs: number, text: string): TranscriptionTurn => ({
  ...{ speaker, startMs, endMs, text, confidence: 1 },
})
const turns = [
  heard('agent', 100, 900, 'Good morning.'),
  heard('contact', 1_000, 1_600, 'Hello!'),
  heard('agent', 2_200, 2_900, 'Who is it?'),
  heard('contact', 3_100, 3_600, 'Adda'),
  heard('contact', 4_100, 4_700, 'Loveless.'),
  heard('agent', 5_300, 6_500, 'Thank you, Ada Loveless.'),
  heard('agent', 8_100, 8_800, 'Goodbye.'),
  heard('contact', 9_000, 9_500, 'Ada Lovelace says bye.'),
]
const texts = (names: string[]) => maskTranscription(turns, { entries, names, originAt }).map(({ text }) => text)

it('hides turns in which something personal was said live, however it was heard this time, and known words elsewhere', () => {
  expect(texts(['patient'])).toEqual(['Good morning.', 'Hello!', 'Who is it?', '•••', '•••', '•••', 'Goodbye.', '••• says bye.'])
  expect(texts([])).toEqual(turns.map(({ text }) => text))
})

it('hides a turn that began before something personal was said, and what was said after the last word that was heard live', () => {
  const whole = heard('agent', 2_200, 6_500, 'Who is it? Thank you, Ada Loveless.')
  const late = heard('contact', 12_000, 13_000, 'Loveless!')
  const until = entries.slice(0, 5)
  expect(maskTranscription([whole], { entries, names: ['patient'], originAt })[0]?.text).toBe('•••')
  expect(maskTranscription([late], { entries: until, names: ['patient'], originAt })[0]?.text).toBe('•••')
})
