import { closeDb, createFlow, openDb, publishFlow, saveConnection, saveNumber, suppressNumber } from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { startTwilioSimulator } from '@parley/testing'
import { expect, type Page, test } from '@playwright/test'
import { looked } from './axe.ts'
import { openBrowser } from './browser.ts'
import { emptyTenantPage } from './empty-tenant.ts'
import { carrierPortsVariable, rowsOf, stackVariable } from './stack.ts'

const own = '+33100000400'

/** A number at a simulated carrier, a published flow, and somebody who does not want to be called. */
async function readyToCall(tenantId: string, userId: string) {
  const port = Number((process.env[carrierPortsVariable] ?? '').split(' ')[3])
  // Whoever is called is engaged, and is called no second time soon.
  const carrier = await startTwilioSimulator({ port, numbers: [own], contact: () => ({ refuses: 'busy' }) })
  const db = openDb({ url: await stackVariable('DATABASE_URL'), encryptionKey: await stackVariable('PARLEY_ENCRYPTION_KEY') })
  try {
    const { id } = await createFlow(db, tenantId, { name: 'Recall', document: templates.threeNodes })
    expect(await publishFlow(db, tenantId, id, { userId })).toMatchObject({ ok: true })
    const connection = await saveConnection(db, tenantId, {
      ...{ carrier: 'twilio', name: 'Main', apiBase: carrier.apiBase, credentials: carrier.credentials },
      ...{ maxCalls: 10, callsPerSecond: 10, enabled: true },
    })
    if (!connection.ok) throw new Error(connection.code)
    await saveNumber(db, tenantId, { connectionId: connection.id, number: own, name: 'Desk', flowId: null, routing: { hours: [] } })
    await suppressNumber(db, tenantId, { number: '+33611111111', source: 'added' })
  } finally {
    await closeDb(db)
  }
  return carrier
}

/** Open at every hour of every day: the story is told at any time. */
async function allHours(page: Page) {
  while ((await page.getByRole('button', { name: /^Remove these hours/ }).count()) > 0)
    await page
      .getByRole('button', { name: /^Remove these hours/ })
      .first()
      .click()
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) {
    await page.getByRole('button', { name: `Add hours on ${day}` }).click()
    await page.getByLabel(`${day}, from`).fill('00:00')
    await page.getByLabel(`${day}, until`).fill('00:00')
  }
}

const file = [
  'Téléphone;Nom;Solde',
  '06 20 00 00 01;Zoé;12,5',
  '06 20 00 00 02;Élise;8',
  '06 20 00 00 03;Noé;7',
  '0611111111;Hervé;3',
  '+33 6 20 00 00 01;Encore Zoé;1',
  '12;Personne;2',
  '06 20 00 00 05;Court',
]

test('a campaign is made by mouse, given leads of a file with bad rows, started, paused, resumed and stopped', async () => {
  const browser = await openBrowser('refused')
  const { page, tenantId, userId } = await emptyTenantPage(browser, { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  await page.getByRole('link', { name: 'Campaigns' }).click()
  await expect(page.getByTestId('first-campaign')).toBeVisible()
  await looked(page, 'campaigns-none')
  await page.getByTestId('new-campaign').click()
  await expect(page.getByTestId('campaign-missing')).toHaveCount(2)
  await looked(page, 'campaign-missing')

  const carrier = await readyToCall(tenantId, userId)
  await page.reload()
  await page.getByTestId('campaign-save').click()
  await expect(page.getByRole('alert').filter({ hasText: 'Give it a name' })).toBeVisible()
  await page.getByTestId('campaign-name').fill('Recall in June')
  for (const part of ['hours', 'limits', 'retries', 'people']) await page.getByTestId(`section-${part}`).locator('summary').click()
  await page.getByTestId('section-hours').getByText('public holidays of their own country').click()
  const closed = page.getByTestId('closed-dates')
  for (const day of ['2031-12-24', '2031-05-30', '2031-05-30']) {
    await closed.locator('input').fill(day)
    await closed.getByRole('button', { name: 'Add this day' }).click()
  }
  await expect(closed.getByText(/2031/)).toHaveText(['May 30, 2031', 'Dec 24, 2031'])
  await closed.getByRole('button', { name: 'Call on Dec 24, 2031 again' }).click()
  await allHours(page)
  await page.getByLabel('Longest call, minutes').fill('11')
  await page.getByTestId('campaign-save').click()
  await expect(page.getByTestId('section-limits').getByRole('alert')).toBeVisible()
  await looked(page, 'campaign-form')
  await page.getByLabel('Longest call, minutes').fill('5')
  await page.getByTestId('campaign-save').click()

  await expect(page.getByTestId('import-leads')).toBeVisible()
  await looked(page, 'import-file')
  const choose = (content: string, name = 'leads.csv') =>
    page.getByTestId('lead-file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content, 'latin1') })
  await choose('phone\n"never closed\n')
  await expect(page.getByRole('alert').filter({ hasText: 'never closed' })).toContainText('Row 2, column 1')
  await choose(file.join('\r\n'))
  await expect(page.getByText('Read as WINDOWS-1252, columns separated by semicolons.')).toBeVisible()
  await expect(page.getByTestId('default-country')).toHaveValue('FR')
  await expect(page.getByTestId('leads-preview')).toContainText('+33 6 20 00 00 01')
  await page.getByTestId('kind-0').selectOption('ignore')
  await page.getByTestId('import-begin').click()
  await expect(page.getByRole('alert').filter({ hasText: 'which column is the telephone number' })).toBeVisible()
  await page.getByTestId('kind-0').selectOption('phone')
  await looked(page, 'import-columns')
  await page.getByTestId('import-begin').click()
  await expect(page.getByTestId('import-result')).toContainText('3 leads were imported')
  const refused = page.getByTestId('refused-rows')
  for (const words of ['do-not-call list', 'further up in this file', 'more or fewer columns']) await expect(refused).toContainText(words)
  await expect(refused.locator('tbody tr')).toHaveCount(4)
  await looked(page, 'import-result')
  const download = page.waitForEvent('download')
  await page.getByTestId('download-refused').click()
  expect((await download).suggestedFilename()).toBe('refused-rows.csv')

  await page.getByRole('link', { name: 'To the campaigns' }).click()
  const row = page.getByTestId('campaigns').locator('tbody tr')
  await expect(row).toContainText('0 of 3')
  await row.getByTestId('start-campaign').click()
  await expect(page.getByTestId('move-dialog')).toContainText('3 people are called')
  await looked(page, 'campaign-start')
  await page.getByTestId('move-confirm').click()
  await expect(row).toContainText('Running')
  await expect(row).toContainText('3 of 3', { timeout: 60_000 })
  expect(carrier.dials.map(({ to }) => to).sort()).toEqual(['+33620000001', '+33620000002', '+33620000003'])
  await looked(page, 'campaigns')
  await row.getByTestId('pause-campaign').click()
  await expect(row).toContainText('Paused')
  await row.getByTestId('resume-campaign').click()
  await expect(row).toContainText('Running')
  await row.getByTestId('stop-campaign').click()
  await page.getByTestId('move-confirm').click()
  await expect(row).toContainText('Stopped')
  await page.setViewportSize({ width: 390, height: 844 })
  await looked(page, 'campaigns-narrow')
  await carrier.close()
  await browser.close()
})

test('a file of 30 MB arrives whole, though it passes by in pieces; one that is cancelled leaves nothing', async () => {
  const browser = await openBrowser('refused')
  const { page, tenantId, userId } = await emptyTenantPage(browser)
  const carrier = await readyToCall(tenantId, userId)
  await page.goto(new URL('/campaigns/new', page.url()).href)
  await page.getByTestId('campaign-name').fill('Large')
  await page.getByTestId('campaign-save').click()
  const note = 'x'.repeat(6_000)
  const rows = Array.from({ length: 5_000 }, (_, index) => `+3361${String(index).padStart(7, '0')},${note}`)
  const large = { name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from(`phone,note\n${rows.join('\n')}\n`) }
  await page.getByTestId('lead-file').setInputFiles(large)
  await page.getByTestId('kind-1').selectOption('ignore')
  await page.getByTestId('import-begin').click()
  await page.getByRole('button', { name: 'Cancel the import' }).click()
  await expect(page.getByTestId('import-begin')).toBeVisible()
  const imports = () => rowsOf('SELECT leads FROM "LeadImport" WHERE "tenantId" = $1', [tenantId])
  await expect.poll(imports, { timeout: 60_000 }).toEqual([])
  await page.getByTestId('import-begin').click()
  await expect(page.getByTestId('import-result')).toContainText('5,000 leads were imported', { timeout: 90_000 })
  expect(await imports()).toEqual([{ leads: 5_000 }])
  await carrier.close()
  await browser.close()
})
