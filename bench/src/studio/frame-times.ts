/// <reference lib="dom" />
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { quantile } from '../numbers.ts'
import { mainThreadMs } from './main-thread-ms.ts'

const steps = 150
const everyMs = 16

/** While something is dragged, ms: the 95th of the times between two frames, and the page's own work for a frame. */
export type Frames = { p95: number; work: number }

/** Drags what is at a point of the page around for some seconds. */
export async function framesWhileDragging(page: Page, at: { x: number; y: number }): Promise<Frames> {
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x + 6, at.y + 6)
  let times: number[] = []
  const workMs = await mainThreadMs(page, async () => {
    const recorded = framesFor(page, steps * everyMs)
    const startedAtMs = performance.now()
    for (let step = 1; step <= steps; step++) {
      const angle = (step / steps) * 4 * Math.PI
      await page.mouse.move(at.x + 120 * Math.sin(angle), at.y + 60 * (1 - Math.cos(angle)))
      await delay(Math.max(0, startedAtMs + step * everyMs - performance.now()))
    }
    times = await recorded
  })
  await page.mouse.up()
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  return { p95: quantile(gaps, 0.95), work: Math.round((workMs / gaps.length) * 10) / 10 }
}

/** The instants of the frames of the page's next so many milliseconds. */
const framesFor = (page: Page, forMs: number): Promise<number[]> =>
  page.evaluate(
    (lasting) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = []
        const next = (time: number) => {
          times.push(time)
          if (time - (times[0] ?? time) < lasting) requestAnimationFrame(next)
          else resolve(times)
        }
        requestAnimationFrame(next)
      }),
    forMs,
  )
