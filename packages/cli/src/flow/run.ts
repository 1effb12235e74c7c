import type { CallOutcome, Flow, JournalEntry, Language, Variables } from '@parley/flow-runtime'
import { runScenario, type Scenario, simulateCall } from '@parley/flow-runtime/scenarios'
import { localeOf } from '../files.ts'
import { type Given, single } from '../parse-arguments.ts'
import { print } from '../print.ts'
import { transcriptPrinter } from '../text-call/transcript-printer.ts'
import { listedCaller, typedCaller } from '../text-call/typed-caller.ts'
import { callOptions, notedTools } from './call-options.ts'
import { localUnderstanding } from './local-understanding.ts'
import { readFlowFile } from './read-flow-file.ts'
import { readScript } from './read-scenarios-file.ts'

type Called = {
  journal: readonly JournalEntry[]
  variables: Variables
  outcome: CallOutcome | null
  path: readonly string[]
  reason?: string | null
}

const mostTurns = 500

/** A call in text; 1 when the call failed, or when something the script expects did not hold. */
export async function runCommand(given: Given): Promise<number> {
  const [file = ''] = given.names
  const locale = localeOf(given)
  const flow = await readFlowFile(file, locale)
  const linesOf = transcriptPrinter({ explain: given.flags.has('explain'), locale })
  const onEntry = (entry: JournalEntry) => {
    if (!given.json) for (const line of linesOf(entry)) process.stdout.write(`${line}\n`)
  }
  const { journal, variables, outcome, path, reason = null } = await call(flow, given, { locale, onEntry })
  if (reason !== null) process.stderr.write(`${reason}\n`)
  print(
    given.json,
    { journal, variables, outcome, path },
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
    const played = withOptions(await readScript(file, locale), options)
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
