import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** JavaScript the flow page loads until nothing more comes, gzipped; thousands of bytes. */
export async function firstLoadKb(page: Page, url: string): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  const onResponse = (response: Awaited<ReturnType<Page['waitForResponse']>>) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  }
  page.on('response', onResponse)
  await page.goto(url)
  await page.locator('[data-node-type]').first().waitFor()
  await page.waitForLoadState('networkidle')
  page.off('response', onResponse)
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
  return Math.round(bytes / 100) / 10
}
