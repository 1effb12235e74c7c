import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createGreetingJudge, type Run } from './greeting-judge.ts'
import type { Judgement } from './judgement.ts'
import { phrasesIn } from './phrases.ts'

const frameMs = 32
type Span = [fromMs: number, toMs: number]
type Happens = { at: number } & ({ says: string } | { beep: true } | { carrier: 'human' | 'machine' })

/** What is judged of voice in these spans (runs, as pauses of half a second part them), words and beeps. The call is answered at 0. */
function judge({
  voice = [],
  happens = [],
  heardUsMs = 0,
  untilMs = 21_000,
}: {
  voice?: Span[]
  happens?: Happens[]
  heardUsMs?: number
  untilMs?: number
}) {
  const judged = createGreetingJudge(0)
  const judgements: Judgement[] = []
  const keep = (judgement: Judgement | undefined) => void (judgement && judgements.push(judgement))
  for (let at = frameMs; at <= untilMs; at += frameMs) {
    for (const event of happens) {
      if (event.at <= at - frameMs || event.at > at) continue
      if ('says' in event) keep(judged.words(event.says, at))
      else if ('carrier' in event) keep(judged.carrier(event.carrier, at))
      else keep(judged.beep({ endedAt: event.at, hz: 1_000, ms: 400 }, at))
    }
    const span = voice.find(([from, to]) => at > from && at - frameMs < to)
    if (span) keep(judged.voice({ onsetAt: span[0], lastVoicedAt: Math.min(at, span[1]), heardUsMs }, at))
    else keep(judged.tick(at))
  }
  return judgements.map(({ answeredBy, reason, afterMs, evidence }) => ({ answeredBy, reason, afterMs, evidence }))
}

test.each([
  ['a short greeting and a pause', { voice: [[300, 1_000]] }, [['human', 'shortGreeting']]],
  ['a long greeting', { voice: [[300, 9_000]] }, [['machine', 'longGreeting']]],
  [
    'sentence after sentence',
    {
      voice: [
        [300, 2_300],
        [3_000, 5_000],
        [5_700, 8_000],
      ],
    },
    [['machine', 'longGreeting']],
  ],
  [
    'a machine’s words',
    { voice: [[300, 3_000]], happens: [{ at: 1_500, says: 'Please leave a message after the beep' }] },
    [['machine', 'phrase']],
  ],
  [
    'two signs of a machine',
    { voice: [[300, 3_000]], happens: [{ at: 2_500, says: 'You’ve reached Ann. I’m not available' }] },
    [['machine', 'phrase']],
  ],
  [
    'a practice that answers',
    { voice: [[300, 3_300]], happens: [{ at: 3_500, says: 'you have reached the practice, how can I help you?' }] },
    [['human', 'phrase']],
  ],
  ['a secretary', { voice: [[300, 2_900]], happens: [{ at: 3_200, says: 'He is not available, who’s calling?' }] }, [['human', 'phrase']]],
  ['a beep alone', { happens: [{ at: 2_000, beep: true }] }, [['machine', 'beep']]],
  ['a machine by the carrier’s word, before anything is heard', { happens: [{ at: 100, carrier: 'machine' }] }, [['machine', 'carrier']]],
  [
    'a person by the carrier’s word, and then a beep',
    {
      happens: [
        { at: 100, carrier: 'human' },
        { at: 2_000, beep: true },
      ],
    },
    [
      ['human', 'carrier'],
      ['machine', 'beep'],
    ],
  ],
  [
    'a person who is heard, whatever the carrier says much later',
    { voice: [[300, 700]], happens: [{ at: 12_000, carrier: 'machine' }] },
    [['human', 'shortGreeting']],
  ],
  ['nothing', {}, [['unsure', 'timeUp']]],
  ['a click', { voice: [[300, 340]] }, [['unsure', 'timeUp']]],
  [
    'a machine that begins like a person',
    {
      voice: [
        [300, 700],
        [1_300, 9_000],
      ],
    },
    [
      ['human', 'shortGreeting'],
      ['machine', 'longGreeting'],
    ],
  ],
  ['a person who answers us at length', { voice: [[4_000, 9_000]], heardUsMs: 3_000 }, [['unsure', 'timeUp']]],
  ['a person, and much later a beep', { voice: [[300, 700]], happens: [{ at: 12_000, beep: true }] }, [['human', 'shortGreeting']]],
] satisfies [string, Parameters<typeof judge>[0], [string, string][]][])('%s', (_, call, expected) => {
  expect(judge(call).map(({ answeredBy, reason }) => [answeredBy, reason])).toEqual(expected)
})

test('the evidence has lengths and names of phrases, and not one word', () => {
  const [judgement] = judge({
    voice: [[300, 2_900]],
    happens: [
      { at: 2_950, says: 'Ici Madame Secret, laissez un message après le bip sonore' },
      { at: 2_960, beep: true },
    ],
  })
  expect(judgement).toMatchObject({ afterMs: 2_976, evidence: { phrases: ['leaveMessage', 'afterTone'] } })
  expect(judgement?.evidence.greetingMs).toBeGreaterThan(2_500)
  expect(JSON.stringify(judgement)).not.toContain('Secret')
})

const spans = fc
  .array(fc.record({ pauseMs: fc.integer({ min: 500, max: 4_000 }), ms: fc.integer({ min: 32, max: 8_000 }) }), { maxLength: 5 })
  .map((parts) => {
    let at = 0
    return parts.map(({ pauseMs, ms }): Span => {
      const from = at + pauseMs
      at = from + ms
      return [from, at]
    })
  })

test('whatever is heard, the judgement comes in time, and only a person’s is ever corrected, once', () => {
  const words = fc.constantFrom('hello', 'leave a message', 'not available', 'vous êtes bien chez', 'qui est-ce', 'tomato')
  const happens = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 20_000 }), says: words }).map((event): Happens => event),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(spans, happens, fc.integer({ min: 0, max: 4_000 }), (voice, said, heardUsMs) => {
      const judgements = judge({ voice, happens: said, heardUsMs })
      const kinds = judgements.map(({ answeredBy }) => answeredBy)
      expect(['human', 'machine', 'unsure', 'human,machine']).toContain(kinds.join())
      expect(judgements[0]?.afterMs).toBeLessThanOrEqual(20_032)
      const longest = Math.max(0, ...voice.map(([from, to]) => to - from))
      if (said.length === 0 && longest > 3_600 && kinds.join() !== 'machine' && heardUsMs < 2_000) {
        // Only what came long before or after may hide it.
        expect(kinds[0]).toBe('human')
      }
      if (said.length === 0 && heardUsMs >= 2_000) expect(kinds).not.toContain('machine')
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['Please leave a message after the tone.', ['leaveMessage', 'afterTone']],
  ['Vous êtes bien sur la messagerie de Zoé', ['voicemail', 'reached']],
  ['I can’t come to the phone', ['notAvailable']],
  ['Allô ?', ['hello']],
  ['Allô, ici le répondeur', ['voicemail']],
  ['Hello there, my tooth hurts', []],
])('phrases in “%s”', (text, ids) => {
  expect(phrasesIn(text).map(({ id }) => id)).toEqual(ids)
})

test('a run that is told twice counts once', () => {
  const judged = createGreetingJudge(0)
  const run: Run = { onsetAt: 300, lastVoicedAt: 900, heardUsMs: 0 }
  judged.voice(run, 900)
  judged.voice({ ...run, lastVoicedAt: 1_200 }, 1_200)
  expect(judged.tick(1_700)?.evidence).toMatchObject({ greetingMs: 900, pauseMs: 500 })
})
