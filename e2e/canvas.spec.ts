import { expect, type Page, test } from '@playwright/test'
import { openBrowser, signedInPage } from './browser.ts'
import { choose, focusedCard, press } from './keys.ts'

async function newEmptyFlow(page: Page, name: string) {
  await page.goto(new URL('/flows', page.url()).href)
  await page.getByTestId('new-flow').click()
  await page.getByTestId('flow-name-input').fill(name)
  await page.locator('label', { has: page.getByTestId('start-empty') }).click()
  await page.getByTestId('create-flow').click()
  await page.waitForURL('**/flows/*')
  await expect(page.getByTestId('canvas')).toBeVisible()
  // A hand comes later than a script: the page is at rest by then.
  await page.evaluate('new Promise((resolve) => requestIdleCallback(() => resolve(true)))')
}

test('a flow is drawn by keys alone, and what is copied of it comes to another flow with its variable', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await newEmptyFlow(page, 'By keys')
  await press(page, 'Escape', 'a')
  await choose(page, 'node-picker', 'ask')
  await expect(focusedCard(page)).toHaveAttribute('data-id', 'ask')

  // Enter: the first field of its settings; Escape: back to the card.
  await press(page, 'Enter')
  await expect(page.locator('#inspector :focus')).toBeVisible()
  await page.getByTestId('field-variable').locator('select').selectOption('\n')
  await page.getByTestId('new-variable-name').fill('day')
  await page.getByTestId('new-variable-type').selectOption('date')
  await page.getByTestId('new-variable-name').press('Enter')
  await page.getByTestId('field-question').locator('textarea').focus()
  await page.keyboard.type('Which day suits you?')
  await press(page, 'Escape')
  await expect(focusedCard(page)).toHaveAttribute('data-id', 'ask')

  // A adds after it, C connects: first by which outcome, then to which node.
  await press(page, 'a')
  await choose(page, 'node-picker', 'end')
  await expect(focusedCard(page)).toHaveAttribute('data-id', 'end')
  await press(page, 'ArrowLeft')
  await expect(focusedCard(page)).toHaveAttribute('data-id', 'ask')
  for (const outcome of ['understood', 'silen']) {
    await press(page, 'c')
    await expect(page.getByTestId('connect-picker').locator('input')).toBeFocused()
    await page.keyboard.type(outcome)
    await press(page, 'Enter')
    await choose(page, 'connect-picker', 'end')
    await expect(focusedCard(page)).toHaveAttribute('data-id', 'ask')
  }
  await expect(page.locator('.react-flow__edge')).toHaveCount(3)

  const place = () => page.locator('.react-flow__node[data-id=ask]').evaluate((card) => card.style.transform)
  const before = await place()
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown')
  await expect.poll(place).not.toBe(before)
  await press(page, 'Control+z')
  await expect.poll(place).toBe(before)

  // Both at once: aligned, in a frame with a title, all of it undone step by step.
  await press(page, 'Control+a')
  await expect(page.getByTestId('selection-toolbar')).toBeVisible()
  await press(page, 'Control+g')
  await expect(page.getByTestId('note-text')).toBeFocused()
  await page.keyboard.type('Grouping')
  await press(page, 'Enter')
  await expect(page.getByTestId('note-note1')).toContainText('Grouping')
  await press(page, 'Control+z', 'Control+z')
  await expect(page.getByTestId('note-note1')).toHaveCount(0)

  await press(page, '?')
  await expect(page.getByTestId('key-connect')).toContainText('C')
  await press(page, 'Escape')
  await press(page, 'Control+f')
  await expect(page.getByTestId('find-search')).toBeFocused()
  await page.keyboard.type('suits')
  await expect(page.getByTestId('found-ask').locator('mark')).toHaveText('suits')
  await press(page, 'Enter')
  await expect(page.getByTestId('inspector')).toBeVisible()
  await press(page, 'Escape', 'Control+k')
  await choose(page, 'command-palette', 'select everything')
  await expect(page.getByTestId('selection-toolbar')).toBeVisible()
  await press(page, 'Control+c')
  await expect(page.getByTestId('toast').filter({ hasText: '2' }).first()).toBeVisible()

  await newEmptyFlow(page, 'Copied')
  await press(page, 'Escape', 'Control+v')
  await expect(page.locator('.react-flow__node')).toHaveCount(2)
  await expect(page.locator('.react-flow__edge')).toHaveCount(3)
  await page.getByTestId('rail-variables').click()
  await expect(page.getByTestId('panel-variables').locator('input').first()).toHaveValue('day')
  await press(page, 'Escape', 'Control+z')
  await expect(page.locator('.react-flow__node')).toHaveCount(0)
  await browser.close()
})
