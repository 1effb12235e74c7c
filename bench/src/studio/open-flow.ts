import type { Page } from 'playwright-core'
import { median } from '../numbers.ts'
import { interactiveAtMs } from './interactive.ts'

const openings = 5

/**
 * From asking for the page to a canvas that answers: cards are drawn, and the page's first free moment came. Its scripts are in
 * the browser's cache, as for everybody but a first visitor. Median, ms.
 */
export async function openFlow(page: Page, url: string): Promise<number> {
  const values: number[] = []
  for (let nth = 0; nth < openings; nth++) {
    await page.goto('about:blank')
    await page.goto(url, { waitUntil: 'commit' })
    values.push(await interactiveAtMs(page))
  }
  return median(values)
}
