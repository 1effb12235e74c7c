import {
  type CallOutcome,
  type Flow,
  type JournalEntry,
  type Language,
  runScenario,
  type Scenario,
  scenario,
  scenarioStep,
  simulateCall,
  type Variables,
} from '@parley/flow-runtime'
import { z } from 'zod'
import { localeOf, readJson } from '../files.ts'
import { type Given, single } from '../parse-arguments.ts'
import { print } from '../print.ts'
import { transcriptPrinter } from '../text-call/transcript-printer.ts'
import { listedCaller, typedCaller } from '../text-call/typed-caller.ts'
import { callOptions, notedTools } from './call-options.ts'
import { localUnderstanding } from './local-understanding.ts'
import { readFlowFile } from './read-flow-file.ts'

type Called = {
  journal: readonly JournalEntry[]
  variables: Variables
  outcome: CallOutcome | null
  path: readonly string[]
  reason?: string | null
}

const mostTurns = 500
/** A scenario, or only its steps. */
const script = z.union([scenario, z.array(scenarioStep)])

/** A call in text; 1 when the call failed, or when something the script expects did not hold. */
export async function runCommand(given: Given): Promise<number> {
  const [file = ''] = given.names
  const locale = localeOf(given)
  const flow = await readFlowFile(file, locale)
  const linesOf = transcriptPrinter({ explain: given.flags.has('explain'), locale })
  const onEntry = (entry: JournalEntry) => {
    if (!given.json) for (const line of linesOf(entry)) process.stdout.write(`${line}\n`)
  }
  const { reason = null, ...called } = await call(flow, given, { locale, onEntry })
  const { variables, outcome, path } = called
  if (reason !== null) process.stderr.write(`${reason}\n`)
  print(
    given.json,
    called,
    () => `\n${[`outcome: ${outcome ?? 'none'}`, `variables: ${JSON.stringify(variables)}`, `path: ${path.join(' → ')}`].join('\n')}\n`,
  )
  return outcome === 'failed' || reason !== null ? 1 : 0
}

type Shown = { locale: Language; onEntry: (entry: JournalEntry) => void }

async function call(flow: Flow, given: Given, { locale, onEntry }: Shown): Promise<Called> {
  const options = await callOptions(given)
  const file = single(given, 'script')
  const understand = localUnderstanding()
  if (file !== undefined) {
    const written = await readJson(file, script)
    const played = withOptions(Array.isArray(written) ? { name: file, steps: written } : written, options)
    const startedAt = Date.parse(played.now)
    return runScenario(flow, played, { understand, tool: notedTools(flow, { facts: played.facts, startedAt }), locale, onEntry })
  }
  const startedAt = options.now === undefined ? Date.now() : Date.parse(options.now)
  const { language, facts } = options
  const world = {
    name: 'text',
    understand,
    tool: notedTools(flow, { facts, startedAt }),
    language,
    facts,
    startedAt,
    maxTurns: mostTurns,
    onEntry,
  }
  const { say } = given.values
  if (say) return simulateCall(flow, { ...world, caller: listedCaller(say) })
  const { caller, close } = typedCaller(process.stdin, process.stderr)
  try {
    return await simulateCall(flow, { ...world, caller })
  } finally {
    close()
  }
}

/** The script's own language, facts and start, where none are given on the command line. */
function withOptions(written: Scenario, { language, facts, now }: Awaited<ReturnType<typeof callOptions>>): Scenario & { now: string } {
  return {
    ...written,
    language: language ?? written.language,
    facts: facts ?? written.facts,
    now: now ?? written.now ?? new Date().toISOString(),
  }
}
