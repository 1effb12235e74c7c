import { simulateCall } from '@parley/flow-runtime/scenarios'
import { createSimulatedCaller } from '@parley/understanding'
import { InputError, UsageError } from '../cli-error.ts'
import { readEnv } from '../env.ts'
import { countOf, localeOf } from '../files.ts'
import { type Given, single } from '../parse-arguments.ts'
import { print } from '../print.ts'
import { transcriptPrinter } from '../text-call/transcript-printer.ts'
import { callOptions, notedTools } from './call-options.ts'
import { localUnderstanding } from './local-understanding.ts'
import { readFlowFile } from './read-flow-file.ts'

const usualTurns = 20
const deadlineMs = 20_000

/** A call with a caller played by a model; prints it and the scenario that repeats it. 1 when the model could not go on. */
export async function simulateCommand(given: Given): Promise<number> {
  const [file = ''] = given.names
  const [persona, goal] = [single(given, 'persona'), single(given, 'goal')]
  if (persona === undefined || goal === undefined) throw new UsageError('--persona says who calls, --goal what they want.')
  const locale = localeOf(given)
  const flow = await readFlowFile(file, locale)
  const { language, facts, now } = await callOptions(given)
  const startedAt = now === undefined ? Date.now() : Date.parse(now)
  const simulated = createSimulatedCaller(modelOptions())
  const linesOf = transcriptPrinter({ explain: false, locale })
  let isLeaving = false
  const call = await simulateCall(flow, {
    name: goal,
    understand: localUnderstanding(),
    tool: notedTools(flow, { facts, startedAt }),
    language,
    facts,
    startedAt,
    maxTurns: countOf(given, 'turns') ?? usualTurns,
    caller: async (turn) => {
      if (isLeaving) return { hangUp: true }
      const next = await simulated.next({ persona, goal, language: turn.language, transcript: turn.transcript })
      if ('failure' in next) return { failure: next.failure }
      isLeaving = next.hangUp
      return next.say === '' ? { hangUp: true } : { contact: next.say }
    },
    onEntry: (entry) => {
      if (!given.json) for (const line of linesOf(entry)) process.stdout.write(`${line}\n`)
    },
  })
  print(given.json, call, () => `\n${JSON.stringify([call.scenario], null, 2)}\n`)
  if (call.failure !== undefined) process.stderr.write(`The caller could not go on: ${call.failure}\n`)
  return call.failure === undefined ? 0 : 1
}

/** Throws InputError without a key. */
function modelOptions() {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = readEnv()
  if (apiKey !== undefined) return { apiKey, baseUrl, model, deadlineMs }
  const message = 'Set OPENAI_API_KEY (and OPENAI_BASE_URL, OPENAI_MODEL for another endpoint): a model plays the caller.'
  throw new InputError('environment', [{ code: 'MODEL_KEY_MISSING', path: 'OPENAI_API_KEY', expected: 'a key', message }])
}
