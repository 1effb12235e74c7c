import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createLocalEngine } from '@parley/understanding'
import { evaluateIntents, evaluateSlots, intentEvaluationData, slotEvaluationData } from '@parley/understanding/evaluation'
import { BenchmarkError } from '../benchmark-error.ts'
import type { BenchmarkOptions, Figures } from '../benchmarks.ts'

/** Where the data lies when no folder is named: beside the checkout. */
const besideCheckout = path.resolve(import.meta.dirname, '../../../../shared/data')
const subfolders = ['', 'nlu', 'dialogues']

/** How well the local engine understands intents, dates, times and numbers, and how long it takes for an utterance. Throws DATA_MISSING. */
export async function understand(onProgress: (line: string) => void, { dataFolder = besideCheckout }: BenchmarkOptions): Promise<Figures> {
  const intents = intentEvaluationData.parse(await read(dataFolder, 'clinc150.json'))
  const dialogues = slotEvaluationData.parse(await read(dataFolder, 'appointments.json'))
  const engine = createLocalEngine()
  engine.warmUp()
  onProgress('Intents')
  const { accuracy, outOfScopeAuroc, utteranceMsP50 } = await evaluateIntents(engine, intents)
  onProgress('Dates, times and numbers')
  const { dateTimeRecall, numberRecall } = await evaluateSlots(engine, dialogues)
  return {
    intentAccuracy: share(accuracy),
    outOfScopeAuroc: share(outOfScopeAuroc),
    utteranceMsP50: { value: rounded(utteranceMsP50), unit: 'ms' },
    dateTimeRecall: share(dateTimeRecall),
    numberRecall: share(numberRecall),
  }
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000
const share = (value: number) => ({ value: rounded(value), unit: '' })

async function read(folder: string, name: string): Promise<unknown> {
  const file = subfolders.map((inner) => path.join(folder, inner, name)).find((candidate) => existsSync(candidate))
  if (file !== undefined) return JSON.parse(await readFile(file, 'utf8'))
  throw new BenchmarkError(
    'DATA_MISSING',
    `There is no ${name} in ${folder}. Name a folder with clinc150.json and appointments.json: --data DIR, or PARLEY_UNDERSTANDING_DATA.`,
  )
}
