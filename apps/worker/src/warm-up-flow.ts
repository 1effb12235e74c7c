import { setImmediate as breath } from 'node:timers/promises'
import { type Flow, knownIntentSets, knownTexts, type Language } from '@parley/flow-runtime'
import { voiceIdFor } from '@parley/flow-runtime/flow-voice'
import type { UnderstandingEngine } from '@parley/understanding'
import type { Logger } from 'pino'
import { failureCodeOf } from './failure-code.ts'
import type { SpeechProviders } from './speech/providers.ts'
import type { SpeechRate } from './speech/synthesiser.ts'

/** Prepares what a call of this flow can say and be asked for, in the language it begins in first, then in its others. Never rejects. */
export async function warmUpFlow(
  flow: Flow,
  beginsIn: Language | undefined,
  speech: Pick<SpeechProviders, 'prepare'>,
  sampleRate: SpeechRate,
  understand: Pick<UnderstandingEngine, 'warmUp'>,
  logger: Pick<Logger, 'error'>,
): Promise<void> {
  const languages = [...flow.languages].sort((a, b) => Number(b === beginsIn) - Number(a === beginsIn))
  for (const language of languages) {
    const learning = learn(knownIntentSets(flow, language), understand).catch((error: unknown) =>
      logger.error({ code: failureCodeOf(error, 'WARM_UP_FAILED') }, 'the first answer may be late'),
    )
    await speech.prepare(knownTexts(flow, language), { language, voiceId: voiceIdFor(flow.settings, language), sampleRate })
    await learning
  }
}

/** One set after the other, so that the calls this process conducts meanwhile are never kept waiting for all of them. */
async function learn(sets: ReturnType<typeof knownIntentSets>, understand: Pick<UnderstandingEngine, 'warmUp'>): Promise<void> {
  for (const set of sets) {
    await breath()
    understand.warmUp?.([set])
  }
}
