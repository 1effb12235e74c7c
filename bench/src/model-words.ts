import type { GenerateRequest } from '@parley/flow-runtime'
import { writingModel } from '@parley/testing'
import { createGenerator } from '@parley/understanding'
import type { Figures } from './benchmarks.ts'
import { quantile } from './numbers.ts'

const rounds = 60
const firstTokenMs = 40
const tokenMs = 8
const openings = ['Of course, I look that up for you.', 'Yes.', 'I see, your boiler leaks.', 'Thank you, Ann.']
const rest = ' Since when does it do that, and where does the water run? Please tell me all you know about it.'
const tokensOf = (text: string): readonly string[] => text.match(/ ?\S+/g) ?? []
const start = ['{"', 'values', '":[],"', 'text', '":"']
const end = ['",', '"exit', '":null', ',"tool', '":null}']

const request: GenerateRequest = {
  goal: 'Find out what is wrong with the boiler.',
  instructions: 'Be brief. A visit costs 90 euros.',
  language: 'en',
  messages: [{ speaker: 'contact', text: 'My boiler leaks.' }],
  exits: [{ name: 'urgent', description: 'water runs' }],
  tools: [],
  results: [],
  summary: '',
  left: 0,
  contextTokens: 3000,
  known: '[{"name":"Ann"}]',
  speaking: { interruptible: true, instead: 'I do not know.', longest: 600 },
  prices: [],
  now: Date.UTC(2026, 10, 20, 9),
  timeZone: 'Europe/Paris',
}

/**
 * From a model's tokens to words that can be spoken: from the first token of the text, which the author waits for in vain until its clause is
 * complete, and from the token that completes the first clause, to the clause given out; and what is won against the whole answer.
 */
export async function modelWords(onProgress: (line: string) => void): Promise<Figures> {
  let round = 0
  let marksEnd = false
  const model = await writingModel(
    () => {
      const opening = tokensOf(openings[round % openings.length] ?? '')
      return { tokens: [...start, ...opening, ...tokensOf(rest), ...end], marker: start.length + (marksEnd ? opening.length : 0) }
    },
    { firstTokenMs, tokenMs },
  )
  const generator = createGenerator({ providers: [{ baseUrl: model.baseUrl, apiKey: 'none', model: 'writing' }], deadlineMs: 5_000 })
  const fromFirst: number[] = []
  const fromComplete: number[] = []
  const won: number[] = []
  for (const into of [fromFirst, fromComplete]) {
    marksEnd = into === fromComplete
    onProgress(marksEnd ? 'From the token that completes the first clause' : 'From the first token of the text')
    for (round = 0; round < rounds; round += 1) {
      let firstAt: number | undefined
      await generator.generate(request, {
        onClause: () => {
          firstAt ??= performance.now()
        },
      })
      if (firstAt === undefined) continue
      into.push(firstAt - model.markedAt())
      won.push(performance.now() - firstAt)
    }
  }
  await model.close()
  const ms = (values: readonly number[], share: number) => ({ value: quantile(values, share), unit: 'ms' })
  return {
    firstTokenToClauseMsP50: ms(fromFirst, 0.5),
    firstTokenToClauseMsP95: ms(fromFirst, 0.95),
    clauseWrittenToGivenMsP50: ms(fromComplete, 0.5),
    clauseWrittenToGivenMsP95: ms(fromComplete, 0.95),
    beforeWholeAnswerMsP50: ms(won, 0.5),
  }
}
