import type { Flow } from '../flow.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { runScenario, type ScenarioOptions, type ScenarioResult } from './run-scenario.ts'
import type { Scenario } from './scenario-document.ts'

/** Plays all scenarios of a flow, and says what of it they went through together. */
export async function runScenarios(
  flow: Flow,
  scenarios: readonly Scenario[],
  options: ScenarioOptions,
): Promise<{ results: ScenarioResult[]; coverage: Coverage }> {
  const results: ScenarioResult[] = []
  for (const scenario of scenarios) results.push(await runScenario(flow, scenario, options))
  return {
    results,
    coverage: coverageOf(
      flow,
      results.map(({ journal }) => journal),
    ),
  }
}
