import { gzipSync } from 'node:zlib'
import type { Page, Request } from 'playwright-core'
import { interactiveAtMs } from './interactive.ts'

const quietMs = 3_000

/**
 * JavaScript the flow page loads, gzipped, thousands of bytes: `first`, what was asked for before the page answered; `all`, until
 * nothing more comes for some seconds.
 */
export async function firstLoadKb(page: Page, url: string): Promise<{ first: number; all: number }> {
  const scripts: { askedAtMs: number; body: Promise<Buffer> }[] = []
  let lastAtMs = performance.now()
  const onFinished = (request: Request) => {
    if (request.resourceType() !== 'script') return
    lastAtMs = performance.now()
    const body = request.response().then((response) => response?.body() ?? Buffer.alloc(0))
    scripts.push({ askedAtMs: request.timing().startTime, body })
  }
  // Away from the page of before, which may still be loading.
  await page.goto('about:blank')
  page.on('requestfinished', onFinished)
  await page.goto(url, { waitUntil: 'commit' })
  const answersAtMs = (await page.evaluate(() => performance.timeOrigin)) + (await interactiveAtMs(page))
  while (performance.now() - lastAtMs < quietMs) await page.waitForTimeout(100)
  page.off('requestfinished', onFinished)
  const sizes = await Promise.all(
    scripts.map(async ({ askedAtMs, body }) => ({ isFirst: askedAtMs < answersAtMs, bytes: gzipSync(await body).length })),
  )
  const kb = (some: typeof sizes) => Math.round(some.reduce((sum, { bytes }) => sum + bytes, 0) / 100) / 10
  return { first: kb(sizes.filter(({ isFirst }) => isFirst)), all: kb(sizes) }
}
