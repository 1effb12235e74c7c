import { setTimeout as delay } from 'node:timers/promises'
import { countLines, setCampaignStatus } from '@parley/db'
import { campaignUpdates } from '@parley/temporal/contract'
import type { BenchmarkOptions, Figures } from '../benchmarks.ts'
import { processUse } from '../process-use.ts'
import { type CampaignProduct, startCampaignProduct } from './campaign-product.ts'
import { decisionMs } from './decision-ms.ts'
import { importSeconds } from './import-seconds.ts'
import { slotUse } from './slot-use.ts'

const importedLeads = 10_000
const lines = 100
const quickLines = 60
const pauses = 3
const warmUpLeads = 60
/** At the most; begun as fast as they can be when the pause is asked for. */
const begunBeforePause = 60
const inParis = (leads: number) => Array.from({ length: leads }, () => 'Europe/Paris')

/**
 * Campaigns from the file of leads to the last hang-up: the real product (studio for the carrier's webhooks, Temporal worker, Postgres, Temporal's server on its
 * file) and a simulated carrier, on sockets. Calls are answered and nobody says a word, for as long as they last.
 */
export async function campaign(onProgress: (line: string) => void, { leads = 2_000, seconds = 20 }: BenchmarkOptions): Promise<Figures> {
  const product = await startCampaignProduct(onProgress)
  try {
    onProgress(`Importing ${importedLeads} leads`)
    const imported = await importSeconds(product, importedLeads)
    onProgress(`${imported} s. Warming up with ${warmUpLeads} leads`)
    await quickCalls(product, warmUpLeads)
    onProgress(`${leads} leads whose calls last 0 s, on ${quickLines} lines`)
    const leadsPerSecond = await quickCalls(product, leads)
    onProgress(`${leadsPerSecond} a second. Pausing`)
    const pauseMs = []
    for (let nth = 0; nth < pauses; nth += 1) pauseMs.push(await lateDialsMs(product, Math.min(begunBeforePause, leads)))
    onProgress(`Last dials after a pause: ${pauseMs.join(', ')} ms. Decisions, with ${lines} lines held`)
    const decisions = await decisionMs(product, lines)
    onProgress(`${JSON.stringify(decisions)}. ${leads} leads whose calls last ${seconds} s, on ${lines} lines`)
    const use = await longCalls(product, leads, seconds)
    const [temporal = 0] = product.stack.pids('temporal')
    return {
      importSeconds10k: { value: imported, unit: 's' },
      slotUsePercent: { value: use, unit: '%' },
      leadsPerSecond: { value: leadsPerSecond, unit: '/s' },
      pauseMs: { value: Math.max(...pauseMs), unit: 'ms' },
      decisionMsP95: { value: Math.max(decisions.window, decisions.limits), unit: 'ms' },
      serverMemoryMb: { value: Math.round((await processUse(temporal)).memoryMb), unit: 'MB' },
    }
  } finally {
    await product.stop()
  }
}

async function quickCalls({ client, worker, readyCampaign }: CampaignProduct, leads: number): Promise<number> {
  worker.setTalkMs(0)
  const { start } = await readyCampaign({ concurrentCalls: quickLines }, inParis(leads))
  const startedAt = performance.now()
  const handle = await start(client)
  await handle.result()
  return Math.round((leads / (performance.now() - startedAt)) * 10_000) / 10
}

/** How long after the request to pause the carrier was last asked to dial, milliseconds; 0 when not at all. */
async function lateDialsMs({ client, db, worker, carrier, tenantId, readyCampaign }: CampaignProduct, begun: number): Promise<number> {
  worker.setTalkMs(0)
  const { campaignId, start } = await readyCampaign({ concurrentCalls: quickLines }, inParis(10 * begun))
  const since = Date.now()
  const handle = await start(client)
  while ((await carrier.calls(since)).length < begun) await delay(100)
  const askedAt = Date.now()
  // As the studio does it.
  await setCampaignStatus(db, tenantId, campaignId, 'paused')
  await handle.executeUpdate(campaignUpdates.pause)
  while ((await countLines(db, tenantId)) > 0) await delay(100)
  const last = Math.max(...(await carrier.calls(since)).map(({ createdAt }) => createdAt))
  await handle.executeUpdate(campaignUpdates.stop)
  await handle.result()
  return Math.max(0, last - askedAt)
}

async function longCalls({ client, worker, carrier, readyCampaign }: CampaignProduct, leads: number, seconds: number): Promise<number> {
  worker.setTalkMs(seconds * 1_000)
  const { start } = await readyCampaign({ concurrentCalls: lines, callsPerSecond: 50 }, inParis(leads))
  const since = Date.now()
  const handle = await start(client)
  await handle.result()
  return slotUse(await carrier.calls(since), lines)
}
