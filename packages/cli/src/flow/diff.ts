import { compareFlows, describeComparison } from '@parley/flow-runtime/compare'
import { localeOf } from '../files.ts'
import type { Given } from '../parse-arguments.ts'
import { print } from '../print.ts'
import { readFlowFile } from './read-flow-file.ts'

/** Prints what differs between two flows; 0 whether or not anything does. */
export async function diffCommand(given: Given): Promise<number> {
  const [before = '', after = ''] = given.names
  const locale = localeOf(given)
  const comparison = compareFlows(await readFlowFile(before, locale), await readFlowFile(after, locale))
  print(given.json, comparison, () => `${describeComparison(comparison, locale).join('\n')}\n`)
  return 0
}
