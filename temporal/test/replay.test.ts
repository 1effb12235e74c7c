import { readdirSync, readFileSync } from 'node:fs'
import { type ReplayResult, Worker, type WorkflowBundle } from '@temporalio/worker'
import { beforeAll, expect, test } from 'vitest'
import { quietRuntime } from './temporal-server.ts'
import { bundleWorkflows } from './workflow-bundle.ts'

/** Recorded from a real server by record-histories.ts. */
const folder = new URL('./histories/', import.meta.url)
const names = readdirSync(folder).map((file) => file.replace('.json', ''))
let bundle: WorkflowBundle

beforeAll(async () => {
  quietRuntime()
  bundle = await bundleWorkflows()
}, 60_000)

async function replay(workflowBundle: WorkflowBundle): Promise<ReplayResult[]> {
  const histories = names.map((name) => ({
    workflowId: name,
    history: JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
  }))
  const results: ReplayResult[] = []
  for await (const result of Worker.runReplayHistories({ workflowBundle }, histories)) results.push(result)
  return results
}

/** The bundle with one thing changed in its code. */
function mutated(from: string, to: string): WorkflowBundle {
  if (!('code' in bundle)) throw new Error('The bundle has no code.')
  const code = bundle.code.replace(from, to)
  if (code === bundle.code) throw new Error(`There is no "${from}" in the bundle.`)
  return { code }
}

test('every way a call has ended replays on the workflows of today', async () => {
  expect(names.sort()).toEqual([
    'cancelled',
    'completed',
    'failed',
    'hungUp',
    'noWorker',
    'phoneCameBack',
    'phoneNoAnswer',
    'recovered',
    'timeLimit',
  ])
  expect((await replay(bundle)).filter(({ error }) => error)).toEqual([])
}, 60_000)

test.each([
  ['another activity', 'room.prepareRoom.executeWithOptions', 'room.makeRoom.executeWithOptions'],
  ['no limit of the duration', 'watchTime().catch(', 'Promise.resolve().catch('],
  ['no search attribute', 'upsertSearchAttributes)([', 'setCurrentDetails)([]+['],
])(
  '%s would break calls that are running, and is noticed',
  async (_, from, to) => {
    // A call by telephone has no room to prepare.
    const concerned = names.filter((name) => !(name.startsWith('phone') && from.startsWith('room.')))
    const broken = (await replay(mutated(from, to))).filter(({ error }) => error?.name === 'DeterminismViolationError')
    expect(broken).toHaveLength(concerned.length)
  },
  60_000,
)
