import { decide, readCalendar } from '@parley/campaigns'
import { publicHolidays } from '@parley/campaigns/holidays'
import { dueLeads, endAttempt, type LineLimits, queueAttempts, reserveLine } from '@parley/db'
import pg from 'pg'
import { quantile } from '../numbers.ts'
import type { CampaignProduct } from './campaign-product.ts'

const decisions = 20_000
const asked = 300
const dayMs = 86_400_000
const from = Date.parse('2026-11-29T12:00:00Z')
const places = [
  { zones: ['Europe/Paris'], country: 'FR' },
  { zones: ['America/New_York', 'America/Chicago', 'America/Los_Angeles'], country: 'US' },
  { zones: ['Asia/Tokyo'], country: 'JP' },
  { zones: ['Australia/Lord_Howe'], country: 'AU' },
]
const calendar = readCalendar({ windows: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '19:00' }], holidays: {} }, publicHolidays)

/** How long a decision takes, 95th of a hundred, milliseconds: on the windows of a lead, and on the limits with so many lines held. */
export async function decisionMs(product: CampaignProduct, held: number): Promise<{ window: number; limits: number }> {
  return { window: windowMs(), limits: await limitsMs(product, held) }
}

/** Leads of several places, without and with attempts behind them, at instants of half a year. */
function windowMs(): number {
  const settings = {
    retry: { mostAttempts: 5, after: { busy: { delaysMinutes: [10, 60], most: 4, dayPart: 'other' as const } } },
    consent: 'notRefused' as const,
    limits: { concurrentCalls: 1, callsPerSecond: 1, maxCallMinutes: 5, frequency: { calls: 3, days: 7 } },
  }
  const took = Array.from({ length: decisions }, (_, nth) => {
    const now = from + (nth % 180) * dayMs + ((nth * 7_919) % 1_440) * 60_000
    const lead = places[nth % places.length] ?? { zones: [] }
    const attempts = Array.from({ length: nth % 4 }, (_, back) => {
      const startedAt = now - (4 - back) * dayMs
      return { startedAt, endedAt: startedAt + 30_000, outcome: 'busy' as const }
    })
    const calls = attempts.map(({ startedAt }) => startedAt)
    const before = performance.now()
    decide({ lead, attempts, settings, calendar, number: { suppressed: false, consent: 'given', calls } }, now)
    return performance.now() - before
  })
  return quantile(took, 0.95)
}

/** The question to the database, its way there and back included; each answer is taken back, so that all are asked the same. */
async function limitsMs({ db, tenantId, connectionId, stack, readyCampaign }: CampaignProduct, held: number): Promise<number> {
  const { campaignId } = await readyCampaign(
    { concurrentCalls: held + 1 },
    Array.from({ length: held + 1 }, () => 'Europe/Paris'),
  )
  const due = await dueLeads(db, tenantId, campaignId, new Date(), held + 1)
  const decision = {
    decision: 'call',
    reason: 'firstCall',
    attempt: 1,
    openUntil: from + dayMs,
    seen: { at: from, local: {}, attempts: 0 },
  } as const
  const attempts = await queueAttempts(
    db,
    tenantId,
    campaignId,
    due.map(({ id: leadId }) => ({ leadId, decision })),
  )
  const [next, ...others] = attempts
  const limits: LineLimits = {
    campaign: held + 1,
    tenant: 1_000,
    connection: 1_000,
    all: 1_000,
    campaignPerSecond: 1e6,
    connectionPerSecond: 1e6,
    lifetimeMs: 600_000,
  }
  for (const { attemptId } of others) await reserveLine(db, tenantId, { attemptId, connectionId, limits })
  const client = new pg.Client({ connectionString: stack.env.DATABASE_URL })
  await client.connect()
  try {
    const took: number[] = []
    for (let nth = 0; nth < asked; nth += 1) {
      await client.query('BEGIN')
      await client.query("SELECT set_config('role', 'parley_app', true), set_config('app.tenant', $1, true)", [tenantId])
      const before = performance.now()
      const { rows } = await client.query({
        name: 'reserve',
        text: 'SELECT state FROM reserve_line($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
        values: [next?.callId, next?.attemptId, campaignId, connectionId, limits.lifetimeMs, held + 1, 1_000, 1_000, 1_000, 1e6, 1e6],
      })
      took.push(performance.now() - before)
      await client.query('ROLLBACK')
      if (rows[0]?.state !== 'reserved') throw new Error(`The line was not given: ${rows[0]?.state}.`)
    }
    return quantile(took, 0.95)
  } finally {
    await client.end()
    for (const { attemptId } of attempts) await endAttempt(db, tenantId, attemptId, { outcome: 'cancelled' })
  }
}
