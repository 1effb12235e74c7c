import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { looked } from './axe.ts'
import { openBrowser } from './browser.ts'
import { emptyTenantPage } from './empty-tenant.ts'
import { tabTo } from './keys.ts'
import { rowsOf } from './stack.ts'
import { storeCampaigns, withDb } from './store-campaigns.ts'

const campaignsOf = (tenantId: string, userId: string) => withDb((db) => storeCampaigns({ db, tenantId, userId }))
const status = (page: Page) => page.getByTestId('campaign-status')
const auditOf = (tenantId: string, action: string) =>
  rowsOf(`SELECT count(*)::int AS entries FROM "AuditEvent" WHERE "tenantId" = $1 AND action = $2`, [tenantId, action])

test('a campaign says beforehand whom it would call when, starts, pauses, resumes and stops', async () => {
  const browser = await openBrowser('refused')
  const { page, tenantId, userId } = await emptyTenantPage(browser, { reducedMotion: 'reduce' })
  const { draftId, leads } = await campaignsOf(tenantId, userId)
  await page.goto(new URL(`/campaigns/${draftId}`, page.url()).href)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Spring check-up')
  await expect(status(page)).toHaveAttribute('data-status', 'draft')
  await expect(page.getByTestId('preview-now')).toHaveText('0')
  await expect(page.getByTestId('preview-later')).toHaveText(String(leads - 1))
  await expect(page.getByTestId('preview-reasons')).toContainText('1 lead: On the do-not-call list.')
  await expect(page.getByTestId('preview')).toContainText('too far ahead to say when')
  await expect(page.getByTestId('open-in-temporal')).toBeHidden()
  await looked(page, 'draft')

  await page.getByTestId('campaign-start').click()
  await expect(status(page)).toHaveAttribute('data-status', 'running')
  await expect(page.getByTestId('open-in-temporal')).toHaveAttribute('href', new RegExp(`campaign%2F${draftId}$`))
  // The workflow decides about all of them: nobody is called before 2099.
  await expect(page.getByTestId('next-attempts')).toContainText('The campaign has not begun yet.')
  await expect(page.getByTestId('next-attempts')).toContainText('2099')
  await expect(page.getByTestId('lead-states')).toContainText('Do not call: 1')
  await page.getByTestId('campaign-pause').click()
  await expect(status(page)).toHaveAttribute('data-status', 'paused')
  await page.getByTestId('campaign-resume').click()
  await expect(status(page)).toHaveAttribute('data-status', 'running')
  await expect(page.getByTestId('campaign-problems')).toBeHidden()
  await page.getByTestId('campaign-stop').click()
  await expect(page.getByTestId('move-dialog').getByRole('button', { name: 'Keep it running' })).toBeFocused()
  await page.getByTestId('move-confirm').click()
  await expect(status(page)).toHaveAttribute('data-status', 'stopped')
  await expect(page.getByTestId('campaign-start')).toBeHidden()
  await expect
    .poll(async () => await rowsOf(`SELECT status::text FROM "Campaign" WHERE id = $1`, [draftId]))
    .toEqual([{ status: 'stopped' }])
  await browser.close()
})

test('a campaign in the middle: its figures, its leads with their attempts, and their export', async () => {
  const browser = await openBrowser('refused')
  const { page, tenantId, userId } = await emptyTenantPage(browser, { reducedMotion: 'reduce' })
  const { pausedId, leads, reachedNumber, callId } = await campaignsOf(tenantId, userId)
  await page.goto(new URL(`/campaigns/${pausedId}`, page.url()).href)
  for (const [step, value] of Object.entries({ leads, called: 9, answered: 4, reached: 3 }))
    await expect(page.getByTestId(`funnel-${step}`)).toHaveText(String(value))
  await expect(page.getByTestId('pace')).toContainText('9 calls began in the last hour')
  await expect(page.getByTestId('outcome-busy')).toHaveText('2')
  await expect(page.getByTestId('talk')).toContainText('5 min')
  await expect(page.getByTestId('next-attempts')).toContainText('Waits between two attempts.')
  await expect(page.getByTestId('next-attempts').getByRole('row')).toHaveCount(3)
  // It was paused by nobody's workflow: there is none.
  await expect(page.getByTestId('campaign-problems')).toContainText('Nobody carries this campaign out')
  await page.getByTestId('show-preview').click()
  await expect(page.getByTestId('preview')).toBeVisible()
  await looked(page, 'overview')

  await page.getByTestId('tab-leads').click()
  await expect(page.getByTestId('leads-total')).toContainText(`${leads} leads`)
  const rows = page.getByTestId('leads-grid').getByRole('row')
  await expect(page.getByTestId('leads-grid')).toContainText('•••')
  await expect(page.getByTestId('leads-grid')).not.toContainText('+33')
  await looked(page, 'leads')
  await page.getByTestId('leads-state').selectOption('reached')
  await expect(page.getByTestId('leads-total')).toContainText('3 leads')
  await page.getByTestId('leads-lastOutcome').selectOption('transferred')
  await expect(page.getByTestId('leads-total')).toContainText('1 lead')
  await page.getByTestId('leads-lastOutcome').selectOption('')
  await page.getByTestId('show-leads').click()
  await expect(page.getByTestId('leads-grid')).toContainText('Lovelace')
  await expect.poll(() => auditOf(tenantId, 'campaign.personalDataShown')).toEqual([{ entries: 1 }])

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-leads').click()])
  const [head = '', ...lines] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
  expect(head).toMatch(/^\uFEFFNumber,Name,Time zone,Where it is,Why,Attempt,Called \(.*\),Ended \(.*\),Outcome,/)
  expect(lines).toHaveLength(3)
  const line = lines.find((one) => one.startsWith(reachedNumber))
  expect(line).toMatch(/^\+\d+,"'=Ada ""Lovelace""",[A-Za-z_/]+,Reached,Reached\.,1,/)
  expect(line).toContain(`Completed,,60,${callId}`)

  await page.getByTestId('leads-state').selectOption('')
  await page.getByTestId('find-lead').fill('06 00 00')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('no telephone number')
  await page.getByTestId('find-lead').fill(`0${reachedNumber.slice(3)}`)
  await page.keyboard.press('Enter')
  const sheet = page.getByTestId('lead-sheet')
  await expect(sheet.getByTestId('attempt-why')).toContainText(
    'First call, in an open calling window. Decided at 2026-11-28 10:00 in Europe/Paris.',
  )
  await expect(sheet.getByTestId('attempts')).toContainText('Completed')
  await expect(sheet).not.toContainText('Lovelace')
  await sheet.getByTestId('show-lead').click()
  await expect(sheet).toContainText('Lovelace')
  await looked(page, 'lead')
  await sheet.getByRole('link', { name: 'Open the call' }).click()
  await page.waitForURL(`**/calls/${callId}`)

  await page.goBack()
  await page.getByTestId('tab-leads').click()
  await expect(rows.nth(1)).toBeVisible()
  await rows.nth(1).focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(sheet).toBeVisible()
  await browser.close()
})

test('a number is put on the do-not-call list, found, and taken off again with the keyboard alone; a list is imported', async () => {
  const browser = await openBrowser('refused')
  const { page, tenantId } = await emptyTenantPage(browser, { reducedMotion: 'reduce' })
  await page.getByRole('link', { name: 'Contacts' }).click()
  await page.getByTestId('to-do-not-call').click()
  await expect(page.getByRole('heading', { name: 'The list is empty' })).toBeVisible()
  await looked(page, 'do-not-call-empty')

  await tabTo(page, page.getByTestId('dnc-number'))
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This is no telephone number')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('+33 6 12 34 56 78')
  await tabTo(page, page.getByTestId('dnc-reason'))
  await page.keyboard.type('Wrote a letter')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('dnc-total')).toHaveText('1 number on the list')
  const row = page.getByTestId('dnc-grid').getByRole('row').nth(1)
  await expect(row).toContainText('•••78')
  await expect(row).toContainText('Wrote a letter')
  await looked(page, 'do-not-call')

  await page.getByTestId('dnc-number').fill('+33612345678')
  await tabTo(page, page.getByTestId('look-up'))
  await page.keyboard.press('Enter')
  const record = page.getByTestId('number-record')
  await expect(record).toContainText('On the list: nobody calls it')
  await looked(page, 'do-not-call-number')
  await tabTo(page, record.getByTestId('remove-reason'))
  await page.keyboard.type('Wrote again: may be called')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'The list is empty' })).toBeVisible()
  expect(
    await rowsOf(`SELECT detail->>'reason' AS reason FROM "AuditEvent" WHERE "tenantId" = $1 AND action = 'suppression.removed'`, [
      tenantId,
    ]),
  ).toEqual([{ reason: 'Wrote again: may be called' }])

  await page.getByTestId('dnc-import').click()
  await page.getByTestId('import-text').fill('+33611111111;Ada\n+33622222222\nno number\n+33611111111')
  await page.getByTestId('import-confirm').click()
  await expect(page.getByTestId('import-result')).toContainText('2 numbers were put on the list')
  await expect(page.getByTestId('import-result')).toContainText('Line 3: no number')
  await looked(page, 'do-not-call-import')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('dnc-total')).toHaveText('2 numbers on the list')
  await page.getByTestId('show-numbers').click()
  await expect(page.getByTestId('dnc-grid')).toContainText('+33 6 22 22 22 22')
  expect(await auditOf(tenantId, 'doNotCall.personalDataShown')).toEqual([{ entries: 1 }])
  await browser.close()
})

test('campaigns and the do-not-call list can be read in French, and on a small screen', async () => {
  const browser = await openBrowser('refused')
  const { page, tenantId, userId } = await emptyTenantPage(browser, {
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
  })
  const { draftId, pausedId } = await campaignsOf(tenantId, userId)
  const visit = (path: string) => page.goto(new URL(path, page.url()).href)
  await visit(`/campaigns/${draftId}`)
  await expect(page.getByTestId('preview')).toContainText('Sur la liste des numéros à ne pas appeler.')
  await looked(page, 'draft-fr')
  await visit(`/campaigns/${pausedId}`)
  await expect(page.getByTestId('funnel-reached')).toHaveText('3')
  await expect(page.getByTestId('campaign-problems')).toBeVisible()
  await looked(page, 'overview-fr')
  await visit(`/campaigns/${pausedId}?tab=leads`)
  await expect(page.getByTestId('leads-grid')).toContainText('•••')
  await looked(page, 'leads-fr')
  await visit('/contacts/do-not-call')
  await expect(page.getByTestId('dnc-grid')).toContainText('Demandé pendant un appel')
  await looked(page, 'do-not-call-fr')
  await browser.close()
})
