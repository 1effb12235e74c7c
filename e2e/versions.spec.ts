import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { violationsOf } from './axe.ts'
import { openBrowser, signedInPage, signIn } from './browser.ts'
import { rowsOf } from './stack.ts'

/** A page of another member of the example tenant, signed in, on the list of flows. */
async function pageOf(browser: Browser, from: Page, name: string, role: 'editor' | 'viewer'): Promise<Page> {
  const [userId, token] = [randomUUID(), randomBytes(32)]
  const [owner] = await rowsOf(
    `SELECT m."tenantId" FROM "Membership" m JOIN "User" u ON u.id = m."userId" WHERE u.email = 'owner@parley.local'`,
  )
  await rowsOf(`INSERT INTO "User" (id, email, name) VALUES ($1, $2, $3)`, [userId, `${userId}@example.test`, name])
  await rowsOf(`INSERT INTO "Membership" ("tenantId", "userId", role) VALUES ($1, $2, $3::"Role")`, [owner?.tenantId, userId, role])
  await rowsOf(
    `INSERT INTO "SignInLink" (id, "tenantId", "userId", "tokenHash", "expiresAt") VALUES ($1, $2, $3, $4, now() + interval '5 minutes')`,
    [randomUUID(), owner?.tenantId, userId, createHash('sha256').update(token).digest()],
  )
  return signIn(browser, new URL(`/sign-in?token=${token.toString('base64url')}`, from.url()).href, {
    viewport: { width: 1280, height: 800 },
  })
}

/** Opens a new flow of three nodes. */
async function openNewFlow(page: Page, name: string) {
  const made = await page.request.post(new URL('/api/trpc/flows.create', page.url()).href, {
    data: { json: { name, template: 'threeNodes' } },
    headers: { origin: new URL(page.url()).origin },
  })
  const { result } = z.object({ result: z.object({ data: z.object({ json: z.object({ flowId: z.string() }) }) }) }).parse(await made.json())
  await page.goto(new URL(`/flows/${result.data.json.flowId}`, page.url()).href)
}

const words = (page: Page) => page.getByTestId('inspector').getByRole('textbox').first()
const saved = (page: Page) => expect(page.getByTestId('save-status')).toHaveAttribute('data-status', 'saved')
const select = (page: Page, id: string) => page.getByTestId(`node-${id}`).locator('header').click()

test('two people edit one flow at once, one goes offline, and what is published can be compared and restored', async () => {
  const browser = await openBrowser('refused')
  const owner = await signedInPage(browser, { viewport: { width: 1280, height: 800 } })
  await openNewFlow(owner, 'Two pens')
  const ana = await pageOf(browser, owner, 'Ana Lopez', 'editor')
  await ana.goto(owner.url())

  // They see each other, and where each of them is.
  await select(ana, 'greet')
  await expect(owner.getByTestId('visitor-at-greet')).toBeVisible({ timeout: 5_000 })
  await expect(ana.getByTestId('visitors')).toBeVisible()

  // What one saves is on the other page in two seconds; what the other types meanwhile stays, and so does what both have selected.
  await select(owner, 'bye')
  await words(owner).fill('Goodbye from the owner.')
  await words(ana).fill('Hello from Ana.')
  await saved(ana)
  await expect(owner.getByTestId('node-greet')).toContainText('Hello from Ana.', { timeout: 4_000 })
  await expect(ana.getByTestId('node-bye')).toContainText('Goodbye from the owner.', { timeout: 4_000 })
  await expect(owner.getByTestId('toast').filter({ hasText: 'Ana Lopez changed' })).toBeVisible()
  await expect(words(owner)).toHaveValue('Goodbye from the owner.')

  // Without a connection everything is kept, also when both write the same words; theirs is on offer.
  await owner.context().setOffline(true)
  await expect(owner.getByTestId('save-banner')).toBeVisible()
  await select(owner, 'greet')
  await words(owner).fill('Welcome, says the owner.')
  await words(ana).fill('Good morning from Ana.')
  await saved(ana)
  await owner.waitForTimeout(10_000)
  await expect(words(owner)).toHaveValue('Welcome, says the owner.')
  await owner.context().setOffline(false)
  await expect(owner.getByTestId('save-banner')).toBeHidden()
  const note = owner.getByTestId('conflict-note')
  await expect(note).toContainText('Good morning from Ana.')
  await expect(ana.getByTestId('node-greet')).toContainText('Welcome, says the owner.', { timeout: 6_000 })
  await note.getByTestId('take-theirs').click()
  await expect(owner.getByTestId('node-greet')).toContainText('Good morning from Ana.')
  await saved(owner)

  // Whoever leaves is gone within ten seconds.
  await ana.close()
  await expect(owner.getByTestId('visitors')).toHaveCount(0, { timeout: 10_000 })

  // Publish with a message, change, compare on the canvas and in words, look at the version, restore it.
  await owner.getByTestId('publish').click()
  await owner.getByTestId('publish-message').fill('Ana greets')
  await expect(owner.getByTestId('publish-scenarios')).toContainText('2 of 4 scenarios fail')
  await owner.getByTestId('publish-anyway').check()
  await owner.getByTestId('publish-confirm').click()
  await expect(owner.getByTestId('publish-sheet')).toBeHidden()
  await select(owner, 'bye')
  await owner.getByTestId('delete-node').click()
  await select(owner, 'greet')
  await words(owner).fill('Good evening.')
  await saved(owner)
  await owner.getByTestId('publish').click()
  await expect(owner.getByTestId('publish-message')).toHaveValue(/greet/)
  await owner.getByTestId('publish-show').click()
  await expect(owner.getByTestId('node-greet')).toHaveAttribute('data-change', 'changed')
  await expect(owner.getByTestId('ghost-bye')).toBeAttached()
  await expect(owner.getByTestId('comparison')).toContainText('Good evening.')
  await expect(owner.getByTestId('version-1')).toContainText('Ana greets')
  expect(await violationsOf(owner)).toEqual([])
  await owner.getByTestId('view-1').click()
  await expect(owner.getByTestId('version-view')).toBeVisible()
  expect(owner.url()).toContain('version=')
  await select(owner, 'bye')
  await expect(words(owner)).toBeDisabled()
  await owner.getByTestId('back-to-draft').click()
  await expect(owner.getByTestId('node-bye')).toHaveCount(0)
  await owner.getByTestId('restore-1').click()
  await expect(owner.getByTestId('node-bye')).toBeVisible()
  await expect(owner.getByTestId('node-greet')).toContainText('Good morning from Ana.')

  // A viewer looks and changes nothing.
  const viewer = await pageOf(browser, owner, 'Vic', 'viewer')
  await viewer.goto(owner.url())
  await select(viewer, 'greet')
  await expect(words(viewer)).toBeDisabled()
  await expect(viewer.getByTestId('publish')).toHaveCount(0)
  await browser.close()
})

test('what a closed page had not saved is offered when the flow is opened again', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await openNewFlow(page, 'Closed too early')
  const address = page.url()
  await page.context().route('**/api/trpc/flows.save**', (route) => route.abort())
  await select(page, 'greet')
  await words(page).fill('Not saved yet.')
  await expect(page.getByTestId('save-status')).toHaveAttribute('data-status', 'failed')
  const again = await page.context().newPage()
  await page.close({ runBeforeUnload: false })
  await again.context().unroute('**/api/trpc/flows.save**')
  await again.goto(address)
  await again.getByTestId('kept-take').click()
  await expect(again.getByTestId('node-greet')).toContainText('Not saved yet.')
  await saved(again)
  await browser.close()
})
