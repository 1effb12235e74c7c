import { expect, type Page, test } from '@playwright/test'
import { openBrowser, signedInPage } from './browser.ts'

const unknownNode = { id: 'a', type: 'hologram', position: { x: 0, y: 0 }, data: {} }
const newer = { schemaVersion: 1, name: 'Newer', languages: ['en'], start: 'a', nodes: [unknownNode], edges: [] }
const foreign = { version: '6', name: 'Lead', events: [], groups: [{ id: 'g', blocks: [] }], edges: [], variables: [] }
const files = {
  'empty.json': ['', 'There is nothing in the file'],
  'page.json': ['<!doctype html><title>404</title>', 'not JSON: at line 1'],
  'typebot.json': [JSON.stringify(foreign), 'has to be drawn anew'],
  'newer.json': [JSON.stringify(newer), 'no node type "hologram"'],
} as const

/** Nothing is wider than the window: nobody scrolls sideways to read. */
const isWithin = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth')

test('wrong files, an ended session, a deleted flow and a narrow window are survived', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser, { viewport: { width: 1280, height: 800 } })
  await page.goto(new URL('/flows', page.url()).href)
  for (const [name, [text, words]] of Object.entries(files)) {
    await page.getByTestId('import-file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
    await expect(page.getByTestId('import-problems')).toContainText(words)
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('import-problems')).toBeHidden()
  }
  const huge = { name: 'huge.json', mimeType: 'application/json', buffer: Buffer.alloc(11 * 1024 * 1024, ' ') }
  await page.getByTestId('import-file').setInputFiles(huge)
  await expect(page.getByTestId('toast')).toContainText('10 MB')

  const longName = 'Anticonstitutionnellement'.repeat(3)
  await page.getByTestId('new-flow').click()
  await page.getByTestId('flow-name-input').fill(longName)
  await page.getByTestId('create-flow').click()
  await page.waitForURL('**/flows/*')
  const status = page.getByTestId('save-status')
  const banner = page.getByTestId('save-banner')
  const write = async (words: string) => {
    await page.getByTestId('node-greet').locator('header').click()
    await page.getByTestId('inspector').getByRole('textbox').first().fill(words)
  }

  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await write('Written without a session.')
  await expect(banner).toHaveAttribute('data-code', 'UNAUTHORIZED')
  await page.context().addCookies(cookies)
  await expect(status).toHaveAttribute('data-status', 'saved')
  await expect(banner).toBeHidden()

  const flowId = new URL(page.url()).pathname.split('/').at(-1)
  const headers = { origin: new URL(page.url()).origin }
  await page.request.post(new URL('/api/trpc/flows.delete', page.url()).href, { data: { json: { flowId } }, headers })
  await write('Written after it was deleted.')
  await expect(banner).toHaveAttribute('data-code', 'FLOW_DELETED')
  await page.getByTestId('bring-back').click()
  await expect(status).toHaveAttribute('data-status', 'saved')
  await expect(banner).toBeHidden()
  await page.reload()
  await expect(page.getByTestId('node-greet')).toContainText('Written after it was deleted.')

  await page.setViewportSize({ width: 360, height: 640 })
  for (const place of ['/', '/flows', '/live', '/calls', '/contacts', '/voices', '/response-times', '/settings', '/settings/providers']) {
    await page.goto(new URL(place, page.url()).href)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.poll(() => isWithin(page), { message: place }).toBe(true)
  }
  await browser.close()
})

test('a canvas that cannot be drawn leaves the rest of the editor alive, keeps the flow, and comes back by keyboard', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await page.getByTestId('new-flow').click()
  await page.getByTestId('flow-name-input').fill('Survives its canvas')
  await page.getByTestId('create-flow').click()
  await page.waitForURL('**/flows/*')
  const status = page.getByTestId('save-status')
  const cards = page.locator('[data-node-type]')
  await page.getByTestId('node-greet').locator('header').click()
  const before = await cards.count()

  // The browser refuses what every new card asks it for.
  await page.evaluate(`
    globalThis.observed = ResizeObserver.prototype.observe
    ResizeObserver.prototype.observe = function (element, options) {
      if (element.matches('.react-flow__node')) throw new Error('The card cannot be measured.')
      return globalThis.observed.call(this, element, options)
    }
  `)
  await page.keyboard.press('Control+d')
  const broken = page.getByTestId('broken-canvas')
  await expect(broken).toContainText('Your flow is safe')
  await expect(broken).toHaveAttribute('role', 'alert')

  await page.getByTestId('inspector').getByRole('textbox').first().fill('Written without a canvas.')
  await expect(status).toHaveAttribute('data-status', 'saved')
  const goBackTo = async (name: string) => {
    for (let presses = 0; presses < 20 && (await page.evaluate('document.activeElement.textContent')) !== name; presses++)
      await page.keyboard.press('Shift+Tab')
    await expect(broken.getByRole('button', { name })).toBeFocused()
  }
  await goBackTo('Try again')
  await page.keyboard.press('Enter')
  await expect(broken).toBeVisible()
  await page.evaluate('ResizeObserver.prototype.observe = globalThis.observed')
  await page.getByTestId('inspector').getByRole('textbox').first().focus()
  await goBackTo('Try again')
  await page.keyboard.press('Enter')
  await expect(broken).toBeHidden()
  await expect(cards).toHaveCount(before + 1)
  await expect(cards.filter({ hasText: 'Written without a canvas.' })).toHaveCount(1)
  await page.reload()
  await expect(cards).toHaveCount(before + 1)
  await expect(cards.filter({ hasText: 'Written without a canvas.' })).toHaveCount(1)
  await browser.close()
})

test('what is pressed, typed or chosen before the page answers is done as soon as it does', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  const flows = new URL('/flows', page.url())
  for (const name of ['Early bird', 'First worm', 'Second worm', 'Third worm']) {
    const data = { json: { name, template: 'threeNodes' } }
    const made = await page.request.post(new URL('/api/trpc/flows.create', flows).href, { data, headers: { origin: flows.origin } })
    expect(made.ok()).toBe(true)
  }
  let letThrough: () => void = () => undefined
  /** Shows the page while its scripts are still on their way. */
  async function openSlowly() {
    const held = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    await page.unrouteAll()
    await page.route('**/_next/static/**/*.js', (route) => held.then(() => route.continue()))
    await page.goto(flows.href, { waitUntil: 'commit' })
  }

  await openSlowly()
  const find = page.getByRole('searchbox')
  const sort = page.getByRole('combobox', { name: 'Order' })
  await find.pressSequentially('worm')
  await sort.selectOption({ label: 'Name' })
  await page.getByTestId('new-flow').click()
  await expect(page.getByTestId('flow-name-input')).toBeHidden()
  await expect(page.getByText('Early bird')).toBeVisible()
  letThrough()
  await page.getByTestId('flow-name-input').fill('Wanted at once')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Early bird')).toBeHidden()
  await expect(find).toHaveValue('worm')
  await expect(sort).toHaveValue('name')
  await expect(page.getByRole('heading', { name: /worm/ })).toHaveText(['First worm', 'Second worm', 'Third worm'])

  await openSlowly()
  await page.getByTestId('import-file').setInputFiles({ name: 'page.json', mimeType: 'application/json', buffer: Buffer.from('<html>') })
  letThrough()
  await expect(page.getByTestId('import-problems')).toContainText('not JSON')
  await browser.close()
})
