import { callAppointmentFlow, missingFrom, type SmokeResult, signIn, smokeResult, workflowStatus } from '@parley/bench'
import { createSignInUrl, everyPart, findRun, homePaths, readEnv, readRunEnv, startThrowawayStack } from '@parley/tools'

/** Places one test call, on the running stack or on a throwaway one; 1 when anything a good call shows is missing. */
export async function smoke({ json }: { json: boolean }): Promise<number> {
  const stack = await runningOrOwn()
  let result: SmokeResult
  try {
    const client = await signIn(await createSignInUrl(stack.env))
    const call = await callAppointmentFlow(client, { onLine: (name) => process.stderr.write(`The caller says: ${name}\n`) })
    result = smokeResult(call, await workflowStatus(stack.env, call.callId))
  } finally {
    await stack.stop()
  }
  process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : readable(result))
  const missing = missingFrom(result)
  for (const sentence of missing) process.stderr.write(`${sentence}\n`)
  return missing.length === 0 ? 0 : 1
}

async function runningOrOwn(): Promise<{ env: Record<string, string>; stop: () => Promise<void> }> {
  const home = homePaths(readEnv().home)
  if ((await findRun(home))?.state === 'ready') return { env: await readRunEnv(home), stop: async () => undefined }
  const onProgress = (line: string) => process.stderr.write(`${line}\n`)
  return startThrowawayStack('smoke', { parts: everyPart, onProgress, endOn: ['SIGINT', 'SIGTERM', 'SIGHUP'] })
}

const readable = (result: SmokeResult) =>
  [
    ...result.transcript.map(({ speaker, text }) => `${speaker === 'agent' ? 'Agent ' : 'Caller'}  ${text}`),
    '',
    ...Object.entries(result).flatMap(([name, value]) =>
      name === 'transcript' ? [] : [`${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`],
    ),
    '',
  ].join('\n')
