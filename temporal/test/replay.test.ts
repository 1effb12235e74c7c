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
  const code = bundle.code.replaceAll(from, to)
  if (code === bundle.code) throw new Error(`There is no "${from}" in the bundle.`)
  return { code }
}

test('every way a call has ended, a campaign and its attempt replay on the workflows of today', async () => {
  expect(names.sort()).toEqual([
    'attempt',
    'campaign',
    'campaignContinued',
    'cancelled',
    'completed',
    'failed',
    'hungUp',
    'noWorker',
    'phoneCameBack',
    'phoneColleague',
    'phoneNoAnswer',
    'phoneOutboundNoAnswer',
    'recovered',
    'timeLimit',
  ])
  expect((await replay(bundle)).filter(({ error }) => error)).toEqual([])
}, 60_000)

test('no workflow makes schemas of its own', () => {
  expect('code' in bundle && bundle.code.includes('node_modules/zod')).toBe(false)
})

test.each([
  ['another activity', 'room.prepareRoom.executeWithOptions', 'room.makeRoom.executeWithOptions', /^(?!phone|campaign|attempt)/],
  // The time of a call that nobody took never ran.
  ['no limit of the duration', 'watchTime(maxCallMs + graceMs).catch(', 'Promise.resolve().catch(', /^(?!phoneOutbound|campaign|attempt)/],
  ['no search attribute', 'upsertSearchAttributes)([', 'setCurrentDetails)([]+[', /^(?!campaign)/],
  ['an attempt that is not finished', 'ending.finishAttempt(', 'noting.takeAttempts(', /^attempt$/],
  [
    'a campaign that is not reconciled',
    'records.reconcileAttempts.executeWithOptions',
    'records.setCampaignStatus.executeWithOptions',
    /^campaign/,
  ],
])(
  '%s would break what is running, and is noticed',
  async (_, from, to, which) => {
    const concerned = names.filter((name) => which.test(name))
    const broken = (await replay(mutated(from, to))).filter(({ error }) => error?.name === 'DeterminismViolationError')
    expect(broken.map(({ workflowId }) => workflowId).sort()).toEqual(concerned.sort())
  },
  60_000,
)
