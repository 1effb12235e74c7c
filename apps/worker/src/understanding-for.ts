import {
  createGenerator,
  createLocalEngine,
  createModelEngine,
  createUnderstanding,
  type Generator,
  type ModelProvider,
  type UnderstandingEngine,
} from '@parley/understanding'
import type { WorkerEnv } from './env.ts'
import { noGenerator } from './generator-port.ts'

const modelDeadlineMs = 1_500
/** For the first words; after half a second the caller hears that they come. */
const wordsDeadlineMs = 4_000

export type Models = {
  /** The engine for a flow that wants at least this confidence. */
  understandingFor(threshold: number): UnderstandingEngine
  /** Talks in agent nodes; without a model each of them takes its `failed` outcome. */
  generator: Generator
}

/** The models the environment has keys for. */
export function installedModels({
  OPENAI_API_KEY: apiKey,
  OPENAI_BASE_URL,
  OPENAI_MODEL,
  PARLEY_MODEL_FALLBACKS,
}: WorkerEnv): ModelProvider[] {
  const first = apiKey && { apiKey, baseUrl: OPENAI_BASE_URL ?? 'https://api.openai.com/v1', model: OPENAI_MODEL ?? 'gpt-4.1-mini' }
  return [...(first ? [first] : []), ...PARLEY_MODEL_FALLBACKS]
}

/** Understanding and writing with any models: one local engine for the process; the first model understands, all of them write in their order. */
export function createModels(): (providers: readonly ModelProvider[]) => Models {
  const local = createLocalEngine()
  return (providers) => {
    const [first] = providers
    const model = first && createModelEngine({ ...first, deadlineMs: modelDeadlineMs })
    return {
      understandingFor: (threshold) => createUnderstanding({ local, ...(model ? { model } : {}), deadlineMs: modelDeadlineMs, threshold }),
      generator: providers.length > 0 ? createGenerator({ providers: [...providers], deadlineMs: wordsDeadlineMs }) : noGenerator,
    }
  }
}

/** Lets the engine load what it loads at its first question, so that no caller waits for it. */
export async function warmUpUnderstanding(engine: UnderstandingEngine): Promise<void> {
  await engine.understand({
    text: 'a cleaning on Tuesday at three',
    language: 'en',
    intents: [
      { name: 'book', samples: ['book an appointment', 'I need a cleaning'] },
      { name: 'cancel', samples: ['cancel my appointment', 'I cannot come'] },
    ],
    slots: [
      { name: 'day', type: 'date' },
      { name: 'hour', type: 'time' },
    ],
    timeZone: 'Europe/Paris',
    now: Date.now(),
  })
}
