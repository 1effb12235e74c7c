import { type Flow, knownIntentSets, knownTexts, type Language } from '@parley/flow-runtime'
import type { UnderstandingEngine } from '@parley/understanding'
import type { Logger } from 'pino'
import { failureCodeOf } from './failure-code.ts'
import type { SpeechProviders } from './speech/providers.ts'

/** Prepares what a call of this flow can say and be asked for, in the language it begins in first, then in its others. Never rejects. */
export async function warmUpFlow(
  flow: Flow,
  beginsIn: Language | undefined,
  speech: Pick<SpeechProviders, 'prepare'>,
  understand: Pick<UnderstandingEngine, 'warmUp'>,
  logger: Pick<Logger, 'error'>,
): Promise<void> {
  const languages = [...flow.languages].sort((a, b) => Number(b === beginsIn) - Number(a === beginsIn))
  const learning = Promise.resolve()
    .then(() => understand.warmUp?.(languages.flatMap((language) => knownIntentSets(flow, language))))
    .catch((error: unknown) => logger.error({ code: failureCodeOf(error, 'WARM_UP_FAILED') }, 'the first answer may be late'))
  for (const language of languages) await speech.prepare(knownTexts(flow, language), language, flow.settings.voice.id)
  await learning
}
