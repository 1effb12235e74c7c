import {
  createGenerator,
  createLocalEngine,
  createModelEngine,
  createUnderstanding,
  type Generator,
  type UnderstandingEngine,
} from '@parley/understanding'
import type { WorkerEnv } from './env.ts'
import { noGenerator } from './generator-port.ts'

const modelDeadlineMs = 1_500
/** For the first words; after half a second the caller hears that they come. */
const wordsDeadlineMs = 4_000

const modelOf = ({ OPENAI_API_KEY: apiKey, OPENAI_BASE_URL, OPENAI_MODEL }: WorkerEnv) =>
  apiKey && { apiKey, baseUrl: OPENAI_BASE_URL ?? 'https://api.openai.com/v1', model: OPENAI_MODEL ?? 'gpt-4.1-mini' }

/** One local engine (and one model engine, with a key) for the process; a policy for each threshold a flow asks for. */
export function createUnderstandingFor(env: WorkerEnv): (threshold: number) => UnderstandingEngine {
  const local = createLocalEngine()
  const options = modelOf(env)
  const model = options && createModelEngine({ ...options, deadlineMs: modelDeadlineMs })
  return (threshold) => createUnderstanding({ local, ...(model ? { model } : {}), deadlineMs: modelDeadlineMs, threshold })
}

/** The model that talks in agent nodes; without a key each of them takes its `failed` outcome. */
export function createGeneratorFor(env: WorkerEnv): Generator {
  const model = modelOf(env)
  const providers = [...(model ? [model] : []), ...env.PARLEY_MODEL_FALLBACKS]
  return providers.length > 0 ? createGenerator({ providers, deadlineMs: wordsDeadlineMs }) : noGenerator
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
