/// <reference lib="dom" />
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { quantile } from '../numbers.ts'

const letters = 60
const pauseMs = 60
const drawnWithinMs = 10_000

/** Types into the words of a card; 95th of the times from a key's arrival to the end of the frame that draws its change, ms. */
export async function typeMs(page: Page, url: string): Promise<number> {
  await page.goto(url)
  await page.locator('[data-node-type]').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.getByTestId('node-greet').click({ position: { x: 60, y: 20 } })
  const text = page.getByTestId('field-text').locator('textarea')
  await text.waitFor()
  await text.click()
  const times = await page.evaluateHandle(recordKeys)
  for (let nth = 0; nth < letters; nth++) await page.keyboard.type(nth % 6 === 5 ? ' ' : 'n', { delay: pauseMs })
  const giveUpAtMs = performance.now() + drawnWithinMs
  const read = async () => z.array(z.number()).parse(await times.jsonValue())
  while ((await read()).length < letters && performance.now() < giveUpAtMs) await delay(50)
  const drawn = await read()
  if (drawn.length < letters) throw new Error(`The page drew ${drawn.length} of ${letters} keys within ${drawnWithinMs} ms.`)
  // What is left unsaved would be offered to whoever opens the flow next.
  await page.locator('[data-testid=save-status][data-status=saved]').waitFor()
  return quantile(drawn, 0.95)
}

/** A list that grows by how long the page took to draw what each next key changed, ms. */
function recordKeys(): number[] {
  const times: number[] = []
  const onKey = (event: Event) => {
    // A frame is painted after its callbacks: a message sent in one arrives after the paint.
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => {
        times.push(performance.now() - event.timeStamp)
        channel.port1.close()
      })
      channel.port1.start()
      channel.port2.postMessage(undefined)
    })
  }
  document.addEventListener('keydown', onKey, true)
  return times
}
