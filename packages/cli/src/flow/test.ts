import { existsSync } from 'node:fs'
import { type Coverage, runScenarios, type ScenarioResult } from '@parley/flow-runtime/scenarios'
import { InputError } from '../cli-error.ts'
import { localeOf } from '../files.ts'
import { type Given, single } from '../parse-arguments.ts'
import { print } from '../print.ts'
import { localUnderstanding } from './local-understanding.ts'
import { readFlowFile } from './read-flow-file.ts'
import { readScenariosFile } from './read-scenarios-file.ts'

type Tested = { file: string; results: ScenarioResult[]; coverage: Coverage }

/** Plays the scenarios of flows; 1 when one fails or a flow has none. */
export async function testCommand(given: Given): Promise<number> {
  const locale = localeOf(given)
  const understand = localUnderstanding()
  const tested: Tested[] = []
  for (const file of given.names) {
    const flow = await readFlowFile(file, locale)
    const scenarios = await readScenariosFile(scenariosOf(file, single(given, 'scenarios')), locale)
    tested.push({ file, ...(await runScenarios(flow, scenarios, { understand, locale })) })
  }
  const scenarios = tested.flatMap(({ file, results }) =>
    results.map(({ name, passed, reason }) => (tested.length > 1 ? { file, name, passed, reason } : { name, passed, reason })),
  )
  print(given.json, { scenarios, coverage: shares(tested.map(({ coverage }) => coverage)) }, () => tested.map(readable).join('\n'))
  return scenarios.length > 0 && scenarios.every(({ passed }) => passed) ? 0 : 1
}

/** The scenarios beside a flow, unless others are named. Throws InputError when there are none. */
function scenariosOf(file: string, named: string | undefined): string {
  if (named !== undefined) return named
  const beside = `${file.replace(/(\.flow)?\.json$/, '')}.scenarios.json`
  if (existsSync(beside)) return beside
  const message = `This flow has no scenarios: write ${beside}, or name a file with --scenarios.`
  throw new InputError(file, [{ code: 'SCENARIOS_MISSING', path: '', expected: beside, message }])
}

/** Of several flows together: what was seen of all that is drawn. */
function shares(coverages: readonly Coverage[]): { nodes: number; edges: number } {
  const share = (part: 'nodes' | 'edges') => {
    const visited = coverages.reduce((sum, coverage) => sum + coverage.visited[part].length, 0)
    const all = visited + coverages.reduce((sum, coverage) => sum + coverage.missing[part].length, 0)
    return all === 0 ? 1 : visited / all
  }
  return { nodes: share('nodes'), edges: share('edges') }
}

function readable({ file, results, coverage }: Tested): string {
  const failed = results.filter(({ passed }) => !passed).length
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const missing = [...coverage.missing.nodes, ...coverage.missing.edges]
  return [
    ...results.map(({ name, passed, reason }) => (passed ? `passed  ${name}` : `FAILED  ${name}\n        ${reason}`)),
    `${file}: ${results.length - failed} of ${results.length} scenarios passed, ${percent(coverage.nodes)} of the nodes and ${percent(coverage.edges)} of the edges seen`,
    ...(missing.length > 0 ? [`Not seen: ${missing.join(', ')}`] : []),
    '',
  ].join('\n')
}
