import { type Flow, type Language, readFlow } from '@parley/flow-runtime'
import { InputError } from '../cli-error.ts'
import { readText } from '../files.ts'

/** A flow from a file, read strictly. Throws InputError with each place that is otherwise than it should be. */
export async function readFlowFile(file: string, locale: Language): Promise<Flow> {
  const read = readFlow(await readText(file), { strict: true, locale })
  if (read.ok) return read.flow
  throw new InputError(file, read.problems)
}
