import { type Language, readScenarios, type Scenario } from '@parley/flow-runtime'
import { InputError } from '../cli-error.ts'
import { readText } from '../files.ts'

/** Scenarios from a file. Throws InputError with each place that is otherwise than it should be. */
export async function readScenariosFile(file: string, locale: Language): Promise<Scenario[]> {
  const read = readScenarios(await readText(file), { locale })
  if (read.ok) return read.scenarios
  throw new InputError(file, read.problems)
}
