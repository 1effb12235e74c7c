import { expect, type Locator, type Page } from '@playwright/test'

const mostPresses = 200

/** Presses keys one after the other, as a hand does. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/**
 * Presses a key until an element has the focus, as Tab does, or the arrows in a group; at once when it has it already. Not before it is there: keys that
 * pass over the canvas select its cards.
 */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' })
  const reached = target.and(page.locator(':focus'))
  for (let presses = 0; presses < mostPresses; presses++) {
    if ((await reached.count()) > 0) return
    await page.keyboard.press(key)
  }
  throw new Error(`${target} cannot be reached with ${key}.`)
}

/** Types into a list of choices and takes the best one. */
export async function choose(page: Page, list: string, words: string): Promise<void> {
  await expect(page.getByTestId(list).locator('input')).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

/** The card that has the keyboard. */
export const focusedCard = (page: Page): Locator => page.locator('.react-flow__node:focus')
