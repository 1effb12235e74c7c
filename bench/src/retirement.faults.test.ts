import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { placeCall } from '@parley/testing'
import { createSignInUrl, everyPart, homePaths, startThrowawayStack } from '@parley/tools'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readCall } from './call-view.ts'
import { signIn } from './studio-client.ts'

const waitMs = 75_000
const node = (id: string, type: string, data: object) => ({ id, type, position: { x: 0, y: 0 }, data })
const edge = (source: string, sourceHandle: string, target: string) => ({ id: `${source}-${sourceHandle}`, source, sourceHandle, target })
const patient = {
  schemaVersion: 1,
  name: 'A long wait',
  languages: ['en'],
  start: 'greet',
  nodes: [
    node('greet', 'greeting', { text: { en: 'Please hold the line.' } }),
    node('hold', 'wait', { waitMs }),
    node('bye', 'end', { text: { en: 'Thank you for waiting.' } }),
  ],
  edges: [edge('greet', 'next', 'hold'), edge('hold', 'timeout', 'bye'), edge('hold', 'happened', 'bye')],
}
const retirement = z.looseObject({ code: z.literal('WORKER_RETIRES'), calls: z.number(), pid: z.number() })

/** The retirements that a worker's log tells of. */
async function retirements(home: string, name: string) {
  const text = await readFile(path.join(homePaths(home).logs, `${name}.log`), 'utf8')
  return text.split('\n').flatMap((line) => {
    const read = line.startsWith('{') ? retirement.safeParse(JSON.parse(line)) : undefined
    return read?.success ? [read.data] : []
  })
}

test('a process that has grown far too large goes on with its call and takes no other; calls meanwhile are answered beside it', async () => {
  const extraEnv = { PARLEY_WORKER_MB: '1' }
  const { home, env, stop } = await startThrowawayStack('retire', { parts: everyPart, extraEnv, onProgress: (line) => console.log(line) })
  try {
    const client = await signIn(await createSignInUrl(env))
    const imported = await client.mutate('flows.import', { text: JSON.stringify(patient), fileName: 'wait.flow.json' })
    const { flowId } = z.object({ flowId: z.string() }).parse(imported)
    await client.mutate('flows.publish', { flowId })
    async function call() {
      const { callId } = z.object({ callId: z.string() }).parse(await client.mutate('calls.start', { flowId }))
      const entry = z.object({ url: z.string(), token: z.string() }).parse(await client.mutate('calls.join', { callId }))
      const report = await placeCall({ ...entry, lines: [], maxMs: 2 * waitMs })
      await expect.poll(async () => (await readCall(client, callId)).call.status).toBe('ended')
      return { report, view: await readCall(client, callId) }
    }
    const retired = async () => (await Promise.all(['worker-1', 'worker-2'].map((name) => retirements(home, name)))).flat()

    const first = call()
    await expect.poll(async () => (await retired()).some(({ calls }) => calls === 1), { timeout: waitMs }).toBe(true)
    const calls = await Promise.all([first, call()])
    for (const { report, view } of calls) {
      expect(view.call).toMatchObject({ status: 'ended', outcome: 'completed' })
      expect(view.entries.filter(({ kind, code }) => kind === 'note' && code === 'RECOVERED')).toEqual([])
      expect(report.endedBy).toBe('agent')
      expect(report.sounds.length).toBeGreaterThanOrEqual(2)
    }
  } finally {
    await stop()
  }
}, 600_000)
