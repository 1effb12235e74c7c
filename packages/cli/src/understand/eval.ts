import { createLocalEngine } from '@parley/understanding'
import { evaluateIntents, intentEvaluationData } from '@parley/understanding/evaluation'
import { countOf, readJson } from '../files.ts'
import type { Given } from '../parse-arguments.ts'
import { print } from '../print.ts'
import { figureTable } from './figure-table.ts'

/** Prints how well and how fast the local engine understands intents. */
export async function evalCommand(given: Given): Promise<number> {
  const [file = ''] = given.names
  const limit = countOf(given, 'limit')
  const data = await readJson(file, intentEvaluationData)
  const result = await evaluateIntents(createLocalEngine(), data, { limit })
  print(given.json, result, () => figureTable(result))
  return 0
}
