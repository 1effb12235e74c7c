/// <reference lib="dom" />
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    interactiveAtMs?: number
  }
}

/** From now on every page of it notes when it answers: its cards are drawn, and its first free moment came. */
export async function noteInteractive(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-node-type]')) return
      observer.disconnect()
      requestIdleCallback(() => {
        window.interactiveAtMs = performance.now()
      })
    })
    observer.observe(document, { childList: true, subtree: true })
  })
}

/** … and when that was, ms after the page was asked for. */
export async function interactiveAtMs(page: Page): Promise<number> {
  const at = await page.waitForFunction(() => window.interactiveAtMs)
  return Number(await at.jsonValue())
}
