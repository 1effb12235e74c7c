/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { type Frames, framesWhileDragging } from './frame-times.ts'

/** While one card is dragged: as the flow opens (`close`), and with every card in view (`all`). */
export type DragFrames = { close: Frames; all: Frames }

/** Drags a card of a flow in the studio. */
export async function dragFrames(page: Page, url: string): Promise<DragFrames> {
  await page.goto(url)
  await page.locator('[data-node-type]').first().waitFor()
  await page.waitForLoadState('networkidle')
  const frames = await dragOneCard(page, () => page.getByRole('button', { name: 'Show everything' }).click())
  // What is left unsaved would be offered to whoever opens the flow next.
  await page.locator('[data-testid=save-status][data-status=saved]').waitFor()
  return frames
}

/** Drags the second card in view, then shows all and drags it again. */
export async function dragOneCard(page: Page, showAll: () => Promise<void>): Promise<DragFrames> {
  const drag = async () => {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)))
    return framesWhileDragging(page, await middleOfACard(page))
  }
  const close = await drag()
  await showAll()
  return { close, all: await drag() }
}

/** A point on a card that lies well inside the window. */
async function middleOfACard(page: Page): Promise<{ x: number; y: number }> {
  const point = await page.evaluate(() => {
    for (const card of document.querySelectorAll('.react-flow__node')) {
      const box = card.getBoundingClientRect()
      const [x, y] = [box.x + box.width / 2, box.y + Math.min(15, box.height / 4)]
      const isInside = x > 350 && x < innerWidth - 350 && y > 150 && y < innerHeight - 250
      if (isInside && card.contains(document.elementFromPoint(x, y))) return { x, y }
    }
    return undefined
  })
  if (!point) throw new Error('No card is in view.')
  return point
}
