import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Backtest, backtest } from '@parley/flow-runtime/scenarios'
import { InputError, UsageError } from '../cli-error.ts'
import { localeOf } from '../files.ts'
import { type Given, single } from '../parse-arguments.ts'
import { print } from '../print.ts'
import { localUnderstanding } from './local-understanding.ts'
import { readFlowFile } from './read-flow-file.ts'
import { readJournalFile } from './read-journal-file.ts'

/** Replays past calls through a flow; 1 when one of them would have gone another way. */
export async function backtestCommand(given: Given): Promise<number> {
  const [file = ''] = given.names
  const folder = single(given, 'journals')
  if (folder === undefined) throw new UsageError('--journals names the folder with the journals of past calls.')
  const locale = localeOf(given)
  const flow = await readFlowFile(file, locale)
  const understand = localUnderstanding()
  const calls: (Backtest & { journal: string })[] = []
  for (const journal of await journalsIn(folder)) {
    const result = await backtest(flow, await readJournalFile(path.join(folder, journal)), { understand, locale })
    if (!result) throw noStart(path.join(folder, journal))
    calls.push({ journal, ...result })
  }
  const same = calls.filter((call) => call.same).length
  const summary = `${same} of ${calls.length} calls go the same way`
  print(given.json, { calls, same, different: calls.length - same }, () => `${[...calls.map(readable), summary].join('\n')}\n`)
  return same === calls.length ? 0 : 1
}

async function journalsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((error: unknown) => {
    const message = `This folder cannot be read (${error instanceof Error && 'code' in error ? error.code : error}).`
    throw new InputError(folder, [{ code: 'FILE_UNREADABLE', path: '', expected: 'a folder', message }])
  })
  const journals = files.filter((name) => /\.jsonl?$/.test(name)).sort()
  if (journals.length > 0) return journals
  const message = 'There are no journals in this folder: files that end in .json or .jsonl.'
  throw new InputError(folder, [{ code: 'JOURNALS_MISSING', path: '', expected: 'journals of calls', message }])
}

const noStart = (file: string) =>
  new InputError(file, [
    { code: 'JOURNAL_INVALID', path: '[0]', expected: 'callStarted', message: 'This journal lacks the start of its call.' },
  ])

function readable({ journal, same, firstDifference, stopped, outcome }: Backtest & { journal: string }): string {
  if (same || !firstDifference) return `same       ${journal}`
  const { turn, contactSaid, before, after } = firstDifference
  return [
    `DIFFERENT  ${journal}, at turn ${turn}${contactSaid === '' ? '' : ` (${contactSaid})`}`,
    `           before: ${before.node}: ${before.words}`,
    `           after:  ${after.node}: ${after.words}`,
    `           ended:  ${outcome.before ?? 'not'} before, ${outcome.after ?? 'not'} after`,
    ...(stopped === undefined ? [] : [`           ${stopped}`]),
  ].join('\n')
}
