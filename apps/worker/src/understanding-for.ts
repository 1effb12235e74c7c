import { createLocalEngine, createModelEngine, createUnderstanding, type UnderstandingEngine } from '@parley/understanding'
import type { WorkerEnv } from './env.ts'

const modelDeadlineMs = 1_500

/** One local engine (and one model engine, with a key) for the process; a policy for each threshold a flow asks for. */
export function createUnderstandingFor(env: WorkerEnv): (threshold: number) => UnderstandingEngine {
  const local = createLocalEngine()
  const model = env.OPENAI_API_KEY
    ? createModelEngine({
        apiKey: env.OPENAI_API_KEY,
        baseUrl: env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
        model: env.OPENAI_MODEL ?? 'gpt-4.1-mini',
        deadlineMs: modelDeadlineMs,
      })
    : undefined
  return (threshold) => createUnderstanding({ local, ...(model ? { model } : {}), deadlineMs: modelDeadlineMs, threshold })
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
