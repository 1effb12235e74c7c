import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { countLines } from '@parley/db'
import { type CampaignState, campaignStateQuery, campaignUpdates } from '@parley/temporal/contract'
import type { WorkflowHandle } from '@temporalio/client'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { randomNumbers } from '../interpreter/random-numbers.ts'
import { type CampaignProduct, callerId, startCampaignProduct } from './campaign-product.ts'
import { startSimulatorProcess } from './child-program.ts'

const count = z.coerce.number().int().positive()
/** A whole run is ten moments for each victim: PARLEY_FAULT_MOMENTS=10. */
const settings = z
  .object({ PARLEY_FAULT_SEED: count.optional(), PARLEY_FAULT_MOMENTS: count.default(3), PARLEY_FAULT_LEADS: count.default(500) })
  .parse(process.env)
const seed = settings.PARLEY_FAULT_SEED ?? Math.floor(Math.random() * 1e9)
const moments = settings.PARLEY_FAULT_MOMENTS
const random = randomNumbers(seed)
const leads = settings.PARLEY_FAULT_LEADS
const asleep = 20
const callMs = 500
const longestMs = 15 * 60_000

let product: CampaignProduct
let folder: string
let admin: pg.Pool
beforeAll(async () => {
  console.log(`PARLEY_FAULT_SEED=${seed} PARLEY_FAULT_MOMENTS=${moments}`)
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-faults-'))
  product = await startCampaignProduct((line) => console.log(line), { register: register() })
  product.worker.setTalkMs(callMs)
  admin = new pg.Pool({ connectionString: product.stack.env.DATABASE_ADMIN_URL })
  admin.on('error', () => undefined)
}, 20 * 60_000)
afterAll(async () => {
  await carrier?.kill()
  await admin?.end()
  await product?.stop()
  await rm(folder, { recursive: true, force: true })
})

const register = () => path.join(folder, 'dials')
/** What the carrier was asked to dial: for which call, and whom. */
async function dials(): Promise<{ callId: string; to: string }[]> {
  const text = await readFile(register(), 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    const [callId = '', to = ''] = line.split(' ')
    return line === '' ? [] : [{ callId, to }]
  })
}

/** The carrier that took the place of the first. */
let carrier: Awaited<ReturnType<typeof startSimulatorProcess>> | undefined
async function replaceCarrier(isUnruly: boolean) {
  const { apiBase, credentials } = product.carrier
  await (carrier ?? product.carrier).kill()
  carrier = await startSimulatorProcess({
    callerId,
    register: register(),
    isUnruly,
    again: { port: Number(new URL(apiBase).port), credentials },
  })
}

async function killPart(name: 'temporalWorker' | 'temporal' | 'postgres') {
  const { pids } = product.stack
  const alive = () => pids(name).find((pid) => name === 'temporalWorker' || !pids('temporalWorker').includes(pid))
  await until(async () => alive() !== undefined)
  const pid = alive() ?? 0
  process.kill(pid, 'SIGKILL')
  await until(async () => alive() !== undefined && alive() !== pid)
}

/** It is the state that is waited for: a machine may be slow. */
async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo().catch(() => false))) await delay(100)
}

/** Two zones that are far apart on the clock, and windows that are open now in the first for some hours and closed in the other. */
function dayAndNight() {
  const zones = [
    'Pacific/Auckland',
    'Asia/Tokyo',
    'Asia/Kolkata',
    'Europe/Paris',
    'America/New_York',
    'America/Los_Angeles',
    'Pacific/Honolulu',
  ]
  const hourIn = (timeZone: string) => Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' }).format(new Date()))
  const byNoon = zones.sort((a, b) => Math.abs(hourIn(a) - 12) - Math.abs(hourIn(b) - 12))
  return { day: byNoon[0] ?? '', night: byNoon.at(-1) ?? '', windows: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '19:00' }] }
}

const attempt = z.object({
  callId: z.uuid(),
  leadId: z.uuid(),
  status: z.string(),
  outcome: z.string().nullable(),
  reached: z.boolean(),
  finished: z.boolean(),
})

/** Runs a campaign in which something dies at random moments, and looks at everything that is left of it. */
async function survive(count: number, kill: () => Promise<void>): Promise<Record<string, number>> {
  await writeFile(register(), '')
  const { day, night, windows } = dayAndNight()
  const zones = Array.from({ length: count + asleep }, (_, index) =>
    index % Math.ceil(count / asleep) === 0 && index / Math.ceil(count / asleep) < asleep ? night : day,
  )
  const awake = zones.filter((zone) => zone === day).length
  const { campaignId, start } = await product.readyCampaign({ concurrentCalls: 40, windows }, zones)
  const handle = await start(product.client)
  const thresholds = Array.from({ length: moments }, () => Math.floor(random() * awake * 0.95)).sort((a, b) => a - b)
  for (const threshold of thresholds) {
    await until(async () => {
      await isCalm(handle)
      // Whom a dead carrier could not be asked to dial is in no register.
      return (await dials()).length >= threshold || (await finished(campaignId)) >= awake
    })
    await delay(random() * 500)
    await kill()
  }
  await until(async () => (await isCalm(handle)) && (await finished(campaignId)) >= awake)
  await handle.executeUpdate(campaignUpdates.stop)
  expect(await handle.result()).toMatchObject({ status: 'stopped', inFlight: 0 })

  const made = await dials()
  const perCall = countBy(made.map(({ callId }) => callId))
  expect(Math.max(...perCall.values()), 'dials of one attempt').toBe(1)
  expect(made.length, 'dials of one number each').toBe(new Set(made.map(({ to }) => to)).size)
  const { rows } = await admin.query(
    `SELECT a."callId", a."leadId", a.status::text, a.outcome, l.outcome = 'reached' AS reached, l.status = 'finished' AS finished
     FROM "Attempt" a JOIN "Lead" l ON l.id = a."leadId" WHERE a."campaignId" = $1`,
    [campaignId],
  )
  const attempts = z.array(attempt).parse(rows)
  expect(attempts.length, 'one attempt for everybody who is awake, none for anybody else').toBe(awake)
  expect(attempts.filter(({ status, finished }) => status !== 'ended' || !finished)).toEqual([])
  expect(attempts.filter(({ outcome, reached }) => reached !== (outcome === 'completed'))).toEqual([])
  expect(attempts.filter(({ outcome, callId }) => outcome === 'completed' && !perCall.has(callId))).toEqual([])
  await until(async () => (await countLines(product.db, product.tenantId)) === 0)
  return Object.fromEntries(countBy(attempts.map(({ outcome }) => outcome ?? '')))
}

async function finished(campaignId: string): Promise<number> {
  const { rows } = await admin.query(`SELECT count(*)::int AS leads FROM "Lead" WHERE "campaignId" = $1 AND status = 'finished'`, [
    campaignId,
  ])
  return z.array(z.object({ leads: z.number() })).parse(rows)[0]?.leads ?? 0
}

/** Nobody is being called. A campaign that was paused because of so many failures goes on, as whoever looks after it would have it. */
async function isCalm(handle: WorkflowHandle): Promise<boolean> {
  const { status, inFlight } = await handle.query<CampaignState>(campaignStateQuery)
  if (status === 'paused') await handle.executeUpdate(campaignUpdates.resume)
  return status === 'running' && inFlight === 0
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

test.each(['temporalWorker', 'temporal', 'postgres'] as const)(
  `a campaign of ${leads} leads survives kill -9 of %s at random moments`,
  async (name) => {
    console.log(name, await survive(leads, () => killPart(name)))
  },
  longestMs,
)

test(
  `a campaign of ${leads} leads survives kill -9 of the carrier at random moments`,
  async () => {
    console.log('carrier', await survive(leads, () => replaceCarrier(false)))
  },
  longestMs,
)

test(
  'webhooks that come twice and overtake each other change nothing',
  async () => {
    await replaceCarrier(true)
    const outcomes = await survive(100, async () => undefined)
    console.log('webhooks', outcomes)
    expect(outcomes.completed).toBeGreaterThan(90)
  },
  longestMs,
)
