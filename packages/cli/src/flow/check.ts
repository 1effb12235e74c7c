import { check } from '@parley/flow-runtime'
import { localeOf } from '../files.ts'
import type { Given } from '../parse-arguments.ts'
import { print } from '../print.ts'
import { readFlowFile } from './read-flow-file.ts'

/** Prints everything wrong with a flow; 1 when something stops a publish. */
export async function checkCommand(given: Given): Promise<number> {
  const [file = ''] = given.names
  const locale = localeOf(given)
  const found = check(await readFlowFile(file, locale), { locale })
  const problems = found.map(({ code, severity, nodeId, message }) => ({ code, severity, nodeId: nodeId ?? null, message }))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  print(given.json, { problems }, () =>
    [
      ...problems.map(({ code, severity, nodeId, message }) => `${severity.padEnd(8)} ${nodeId ?? '–'}  ${code}\n         ${message}`),
      `${file}: errors: ${errors}, warnings: ${problems.length - errors}`,
      '',
    ].join('\n'),
  )
  return errors === 0 ? 0 : 1
}
