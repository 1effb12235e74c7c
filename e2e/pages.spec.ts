import { expect, type Page, test } from '@playwright/test'
import { appearances, violationsOf } from './axe.ts'
import { openBrowser, signedInPage } from './browser.ts'
import { tabTo } from './keys.ts'
import { storeAnswers } from './store-answers.ts'
import { storeCampaign } from './store-campaign.ts'

const flowCard = (page: Page) => page.getByRole('link', { name: 'Appointments', exact: true })

async function openAppointments(page: Page) {
  await flowCard(page).click()
  await page.waitForURL('**/flows/*')
  await expect(page.locator('[data-node-type]').first()).toBeVisible()
}

for (const [name, appearance] of Object.entries(appearances)) {
  test(`every page can be read by everybody: ${name}`, async () => {
    await storeAnswers()
    const browser = await openBrowser('refused')
    const page = await signedInPage(browser, { ...appearance, reducedMotion: 'reduce' })
    const found: Record<string, string[]> = {}
    const look = async (what: string) => {
      const violations = await violationsOf(page)
      if (violations.length > 0) found[what] = violations
    }

    await expect(flowCard(page)).toBeVisible()
    await look('flows')

    await openAppointments(page)
    await look('editor')
    await page.locator('[data-node-type=ask]').first().click()
    await expect(page.getByTestId('inspector')).toBeVisible()
    await look('editor with inspector')
    await page.getByTestId('publish').click()
    await expect(page.getByTestId('publish-sheet')).toBeVisible()
    await look('editor with publish sheet')
    await page.keyboard.press('Escape')

    await page.goto(new URL('/calls', page.url()).href)
    await expect(page.locator('[data-testid^="call-"]').first()).toBeVisible()
    await look('calls')
    await page.getByTestId('add-filter').click()
    await look('calls with filters')
    await page.keyboard.press('Escape')
    for (const place of ['/', '/live', '/campaigns', '/contacts', '/contacts/do-not-call', '/settings']) {
      await page.goto(new URL(place, page.url()).href)
      await expect(page.getByRole('main').locator('h2, table').first()).toBeVisible()
      await look(place)
    }

    const campaignId = await storeCampaign()
    await page.goto(new URL('/campaigns', page.url()).href)
    await expect(page.getByTestId(`campaign-${campaignId}`)).toBeVisible()
    await look('campaigns with one')
    await page.goto(new URL('/campaigns/new', page.url()).href)
    await expect(page.getByTestId('campaign-form')).toBeVisible()
    for (const section of await page.getByTestId(/^section-/).all()) await section.locator('summary').first().click()
    await look('a new campaign')
    await page.goto(new URL(`/campaigns/${campaignId}/leads/import`, page.url()).href)
    await expect(page.getByTestId('lead-file')).toBeAttached()
    await look('leads of a file')

    await page.goto(new URL('/voices', page.url()).href)
    await expect(page.getByTestId('voice-fr')).toBeVisible()
    await look('voices')

    await page.goto(new URL('/settings/providers', page.url()).href)
    await expect(page.getByTestId('without-providers')).toBeVisible()
    await look('providers')
    for (const kind of ['recognition', 'synthesis', 'model']) {
      await page.getByTestId(`add-${kind}`).click()
      await expect(page.getByTestId('provider-sheet')).toBeVisible()
      await look(`adding a provider of ${kind}`)
      await page.keyboard.press('Escape')
    }

    await page.goto(new URL('/response-times', page.url()).href)
    await expect(page.getByTestId('gap-figures')).toBeVisible()
    await look('response times')
    await page.getByText(/^(As a table|Sous forme de tableau)$/).click()
    await look('response times as a table')
    await page.goto(new URL('/response-times?channel=text', page.url()).href)
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1)
    await look('response times with nothing to show')

    await page.context().clearCookies()
    await page.goto(new URL('/sign-in', page.url()).href)
    await expect(page.getByTestId('how-to-get-a-link')).toBeVisible()
    await look('sign-in')

    expect(found).toEqual({})
    await browser.close()
  })
}

test('a node is added after an open outcome and taken back with the keyboard alone', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await expect(flowCard(page)).toBeVisible()
  await tabTo(page, flowCard(page))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/flows/*')
  const nodes = page.locator('[data-node-type]')
  await expect(nodes.first()).toBeVisible()
  const before = await nodes.count()

  await tabTo(page, page.locator('.react-flow__node', { has: page.locator('[data-node-type=ask]') }).first())
  await page.keyboard.press('Enter')
  const inspector = page.getByTestId('inspector')
  await expect(inspector).toBeVisible()
  await tabTo(page, inspector.getByRole('button', { name: /^Disconnect/ }).first(), 'Shift+Tab')
  await page.keyboard.press('Enter')
  const open = page.locator('[data-testid^=add-after-]')
  await expect(open).toHaveCount(1)

  // Escape: from the settings back to the card; A: a next node after its open outcome.
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await expect(page.getByTestId('pick-search')).toBeFocused()
  await page.keyboard.type('say')
  await page.keyboard.press('Enter')
  await expect(nodes).toHaveCount(before + 1)
  await expect(page.locator('.react-flow__node.selected [data-node-type=say]')).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(nodes).toHaveCount(before)
  await expect(open).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(open).toHaveCount(0)
  await expect(page.getByTestId('save-status')).toHaveAttribute('data-status', 'saved')
  await browser.close()
})

test('a list that cannot be loaded says so and is loaded again on request', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await page.route('**/api/trpc/calls.count*', (route) => route.abort())
  await page.goto(new URL('/calls', page.url()).href)
  const error = page.getByRole('main').getByRole('alert')
  await expect(error).toContainText('The server does not answer')
  await page.unroute('**/api/trpc/calls.count*')
  await error.getByRole('button', { name: 'Try again' }).click()
  await expect(error).toBeHidden()
  await expect(page.getByRole('heading', { name: 'No calls yet' }).or(page.getByRole('grid'))).toBeVisible()
  await browser.close()
})

test('publish and test are at hand at twice the size', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser, { viewport: { width: 720, height: 450 } })
  await openAppointments(page)
  await expect(page.getByTestId('publish')).toBeInViewport({ ratio: 1 })
  await page.getByTestId('publish').click()
  await expect(page.getByTestId('publish-confirm')).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('test')).toBeInViewport({ ratio: 1 })
  await page.getByTestId('test').click()
  await expect(page.getByTestId('call')).toBeInViewport({ ratio: 1 })
  await browser.close()
})
