/// <reference lib="dom" />
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    interactiveAtMs?: number
  }
}

/**
 * From now on every page of it notes when it answers: its cards are drawn, and its first free moment came. It has asked for that
 * moment before the page asks for one to do what it put off.
 */
export async function noteInteractive(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('[data-node-type]')) window.interactiveAtMs = performance.now()
      else requestIdleCallback(look)
    }
    requestIdleCallback(look)
  })
}

/** … and when that was, ms after the page was asked for. */
export async function interactiveAtMs(page: Page): Promise<number> {
  const at = await page.waitForFunction(() => window.interactiveAtMs)
  return Number(await at.jsonValue())
}
