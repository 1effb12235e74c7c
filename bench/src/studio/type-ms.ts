/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { quantile } from '../numbers.ts'

const letters = 60
const pauseMs = 60

/** Types into the words of a card; 95th of the times from a key's arrival to the end of the frame that draws its change, ms. */
export async function typeMs(page: Page, url: string): Promise<number> {
  await page.goto(url)
  await page.getByTestId('node-greet').click({ position: { x: 60, y: 20 } })
  const text = page.getByTestId('field-text').locator('textarea')
  await text.waitFor()
  await text.click()
  await page.waitForLoadState('networkidle')
  const recorded = keyTimes(page, letters)
  for (let nth = 0; nth < letters; nth++) await page.keyboard.type(nth % 6 === 5 ? ' ' : 'n', { delay: pauseMs })
  return quantile(await recorded, 0.95)
}

/** How long the page took to draw what each of the next so many keys changed, ms. */
const keyTimes = (page: Page, count: number): Promise<number[]> =>
  page.evaluate(
    (wanted) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = []
        const onKey = (event: Event) => {
          // A frame is painted after its callbacks: a message sent in one arrives after the paint.
          requestAnimationFrame(() => {
            const channel = new MessageChannel()
            channel.port1.addEventListener('message', () => {
              times.push(performance.now() - event.timeStamp)
              if (times.length === wanted) resolve(times)
            })
            channel.port1.start()
            channel.port2.postMessage(undefined)
          })
        }
        document.addEventListener('keydown', onKey, true)
      }),
    count,
  )
