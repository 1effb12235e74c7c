import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'
import { z } from 'zod'

const results = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
})

/** How a page is looked at: in both themes, and in both languages. */
export const appearances = {
  'dark, English': { colorScheme: 'dark', locale: 'en-GB' },
  'light, French': { colorScheme: 'light', locale: 'fr-FR' },
} as const

/** What axe finds on a page as it stands, one line for each rule and place. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = results.parse(await page.evaluate('axe.run()'))
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** Nothing is found on a page as it stands, in either theme. With `PARLEY_LOOKS` set to a folder, its pictures go there. */
export async function looked(page: Page, name: string): Promise<void> {
  for (const [appearance, { colorScheme }] of Object.entries(appearances)) {
    await page.emulateMedia({ colorScheme })
    // Colours are looked at when they have arrived.
    await page.evaluate(async () => {
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame)
      const moving = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
      await Promise.all(moving.map((animation) => animation.finished.catch(() => undefined)))
    })
    expect(await violationsOf(page), `${name}, ${appearance}`).toEqual([])
    if (process.env.PARLEY_LOOKS) await page.screenshot({ path: `${process.env.PARLEY_LOOKS}/${name}-${colorScheme}.png`, fullPage: true })
  }
}
