/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { median } from '../numbers.ts'

const layouts = 3

/** Lays a whole flow out, with reduced motion: from the press of the button to cards at their new places, and the longest the page was busy. */
export async function layOut(page: Page, url: string): Promise<{ tookMs: number; longestTaskMs: number }> {
  await page.goto(url)
  await page.locator('[data-node-type]').first().waitFor()
  await page.waitForLoadState('networkidle')
  const runs: { tookMs: number; longestTaskMs: number }[] = []
  for (let nth = 0; nth < layouts; nth++) {
    runs.push(await layOutOnce(page))
    await page.getByTestId('undo').click()
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
  }
  return { tookMs: median(runs.map(({ tookMs }) => tookMs)), longestTaskMs: median(runs.map(({ longestTaskMs }) => longestTaskMs)) }
}

const layOutOnce = (page: Page) =>
  page.evaluate(async () => {
    const button = document.querySelector<HTMLButtonElement>('[data-testid=lay-out]')
    if (!button) throw new Error('There is no layout button.')
    const tasks = [0]
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    observer.observe({ entryTypes: ['longtask'] })
    const startedAtMs = performance.now()
    button.click()
    const isBusy = () => button.getAttribute('aria-busy') === 'true'
    while (!isBusy()) await new Promise(requestAnimationFrame)
    while (isBusy()) await new Promise(requestAnimationFrame)
    const tookMs = performance.now() - startedAtMs
    await new Promise((resolve) => setTimeout(resolve, 300))
    observer.disconnect()
    return { tookMs, longestTaskMs: Math.max(...tasks) }
  })
