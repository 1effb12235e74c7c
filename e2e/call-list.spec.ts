import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { violationsOf } from './axe.ts'
import { openBrowser, signedInPage } from './browser.ts'
import { storeCalls } from './store-calls.ts'

const askedBy = (page: Page) => [...new URL(page.url()).searchParams].map((pair) => pair.join('=')).sort()

test('home leads to the calls behind a figure; filters, columns and a view live in the address; the export is what is shown', async () => {
  await storeCalls(400, 60)
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser, { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  const grid = page.getByTestId('calls-grid')
  const rows = grid.locator('[data-testid^="call-"]:not([data-testid="call-row-loading"])')
  const total = async () => Number(((await page.getByTestId('calls-total').textContent()) ?? '').replace(/\D/g, ''))

  await page.goto(new URL('/', page.url()).href)
  await expect(page.getByTestId('home-figures')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await page
    .getByTestId('home-wrong')
    .getByRole('link', { name: /worker that held the call was lost/ })
    .click()
  await page.waitForURL(/\/calls\?.*failure=WORKER_LOST/)
  await expect(page.getByTestId('chip-outcome')).toContainText('Failed')
  await expect(rows.first()).toContainText('Failed')
  const failed = await total()
  expect(failed).toBeGreaterThanOrEqual(50)

  await page.getByTestId('chip-failure').getByRole('button').click()
  await page.getByTestId('chip-outcome').getByRole('button').click()
  await expect(page).toHaveURL(/\/calls\?period=24h&drafts=no$/)
  await expect.poll(total).toBeGreaterThan(failed)
  await page.getByTestId('add-filter').click()
  await page.getByTestId('filter-channel').selectOption('text')
  await page.getByTestId('filter-outcome-silent').check()
  await page.getByTestId('filter-min').fill('300')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('chip-min')).toBeVisible()
  await page.getByTestId('columns').click()
  await page.getByTestId('column-turns').uncheck()
  await page.getByTestId('column-failure').check()
  await page.keyboard.press('Escape')
  await page.getByTestId('sort-duration').click()
  await expect(page).toHaveURL(/columns=when\.flow\.outcome\.channel\.duration\.failure/)
  await expect(page).toHaveURL(/sort=longest/)
  const asked = askedBy(page)

  await page.getByTestId('views').click()
  await page.getByTestId('view-name').fill('Long silences')
  await page.getByTestId('keep-view').click()
  await expect(page.getByTestId('toast').filter({ hasText: 'Long silences' }).first()).toBeVisible()
  await page.goto(new URL('/calls', page.url()).href)
  await page.getByTestId('views').click()
  await page.getByRole('link', { name: 'Long silences' }).click()
  await expect.poll(() => askedBy(page)).toEqual(asked)
  await expect(page.getByTestId('views')).toContainText('Long silences')

  const head = ['When', 'Flow', 'Outcome', 'Channel', 'Duration', 'Reason of failure']
  await expect(grid.getByRole('columnheader')).toHaveCount(head.length)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()])
  const [first = '', ...lines] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
  expect(
    first
      .replace('\uFEFF', '')
      .split(',')
      .map((name) => name.replace(/ \(.*\)$/, '')),
  ).toEqual(head)
  expect(lines.length).toBeGreaterThan(1)
  await expect.poll(total).toBe(lines.length)
  const seconds = lines.map((line) => Number(line.split(',')[4]))
  expect(seconds).toEqual([...seconds].sort((a, b) => b - a))
  expect(lines.every((line) => line.includes('Silent,Text'))).toBe(true)

  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('x')
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByTestId('export')).toContainText('1')
  expect(await violationsOf(page)).toEqual([])
  await browser.close()
})
