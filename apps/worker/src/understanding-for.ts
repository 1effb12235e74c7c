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
import type { Circuits } from './speech/circuits.ts'

const modelDeadlineMs = 1_500
/** For the first words; after half a second the caller hears that they come. */
const wordsDeadlineMs = 4_000

export type Models = {
  /** The engine for a flow that wants at least this confidence. */
  understandingFor(threshold: number): UnderstandingEngine
  /** Talks in agent nodes; without a model each of them takes its `failed` outcome. */
  generator: Generator
}

/** A model with a stable id. */
export type ChatModel = Omit<ModelProvider, 'circuit'> & { id: string }

/** The models the environment has keys for. */
export function installedModels({ OPENAI_API_KEY: apiKey, OPENAI_BASE_URL, OPENAI_MODEL, PARLEY_MODEL_FALLBACKS }: WorkerEnv): ChatModel[] {
  const first = apiKey && {
    id: 'openai',
    apiKey,
    baseUrl: OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
    model: OPENAI_MODEL ?? 'gpt-4.1-mini',
  }
  return [...(first ? [first] : []), ...PARLEY_MODEL_FALLBACKS.map((model, place) => ({ id: `fallback-${place + 1}`, ...model }))]
}

/**
 * Understanding and writing with any models: one local engine for the process; the first model understands, all of them write in their order.
 * One circuit for each tenant and model (`model <id>`), whoever asks it.
 */
export function createModels(
  circuits: Circuits,
  { firstWordsMs = wordsDeadlineMs } = {},
): (models: readonly ChatModel[], tenantId: string) => Models {
  const local = createLocalEngine()
  return (models, tenantId) => {
    const providers = models.map(({ id, ...model }) => ({ ...model, circuit: circuits.of(tenantId, `model ${id}`) }))
    const [first] = providers
    const model = first && createModelEngine({ ...first, deadlineMs: modelDeadlineMs })
    return {
      understandingFor: (threshold) =>
        createUnderstanding({ local, ...(first ? { model, circuit: first.circuit } : {}), deadlineMs: modelDeadlineMs, threshold }),
      generator: providers.length > 0 ? createGenerator({ providers, deadlineMs: firstWordsMs }) : noGenerator,
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
