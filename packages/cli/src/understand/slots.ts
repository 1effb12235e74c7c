import { createLocalEngine } from '@parley/understanding'
import { evaluateSlots, slotEvaluationData } from '@parley/understanding/evaluation'
import { readJson } from '../files.ts'
import type { Given } from '../parse-arguments.ts'
import { print } from '../print.ts'
import { figureTable } from './figure-table.ts'

/** Prints how well and how fast the local engine finds dates, times and numbers. */
export async function slotsCommand(given: Given): Promise<number> {
  const [file = ''] = given.names
  const data = await readJson(file, slotEvaluationData)
  const result = await evaluateSlots(createLocalEngine(), data)
  print(given.json, result, () => figureTable(result))
  return 0
}
