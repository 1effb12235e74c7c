import type { Language } from '@parley/flow-runtime'
import { readScenarios, type Scenario } from '@parley/flow-runtime/scenarios'
import { InputError } from '../cli-error.ts'
import { parseJson, readText } from '../files.ts'

/** Scenarios from a file. Throws InputError with each place that is otherwise than it should be. */
export async function readScenariosFile(file: string, locale: Language): Promise<Scenario[]> {
  return scenariosIn(file, parseJson(file, await readText(file)), locale)
}

/** One call to play: a scenario, the first of a list, or a list of steps alone. Throws InputError likewise. */
export async function readScript(file: string, locale: Language): Promise<Scenario> {
  const value = parseJson(file, await readText(file))
  const isSteps = Array.isArray(value) && !value.some(hasSteps)
  const [first] = scenariosIn(file, isSteps ? { name: file, steps: value } : value, locale)
  return first ?? { name: file, steps: [] }
}

const hasSteps = (one: unknown) => typeof one === 'object' && one !== null && 'steps' in one

function scenariosIn(file: string, value: unknown, locale: Language): Scenario[] {
  const read = readScenarios(value, { locale })
  if (read.ok) return read.scenarios
  throw new InputError(file, read.problems)
}
