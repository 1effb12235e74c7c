import path from 'node:path'
import { scenarioFromJournal } from '@parley/flow-runtime/scenarios'
import { InputError } from '../cli-error.ts'
import { localeOf } from '../files.ts'
import { type Given, single } from '../parse-arguments.ts'
import { readFlowFile } from './read-flow-file.ts'
import { readJournalFile } from './read-journal-file.ts'

/** Prints a recorded call of a flow as a list with one scenario; 1 when the journal is of another flow. */
export async function scenarioCommand(given: Given): Promise<number> {
  const [journal = '', file = ''] = given.names
  const flow = await readFlowFile(file, localeOf(given))
  const name = single(given, 'name') ?? path.basename(journal).replace(/\.jsonl?$/, '')
  const made = scenarioFromJournal(flow, await readJournalFile(journal), name)
  if (!made.ok) {
    const { code, seq, expected, found } = made
    const message = `This call was not conducted by ${file}: after event ${seq} the flow does “${expected}”, the journal says “${found}”.`
    throw new InputError(journal, [{ code, path: `seq ${seq}`, expected, message }])
  }
  process.stdout.write(`${JSON.stringify([made.scenario], null, 2)}\n`)
  return 0
}
