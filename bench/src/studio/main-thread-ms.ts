import type { Page } from 'playwright-core'

/** CPU time of the page's main thread during something, ms: what other programs on the machine take from it is not in it. */
export async function mainThreadMs(page: Page, during: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busySeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  const before = await busySeconds()
  await during()
  const after = await busySeconds()
  await session.detach()
  return (after - before) * 1_000
}
