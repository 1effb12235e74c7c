import { closeDb, createFlow, openDb, publishFlow } from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { startTwilioAccount } from '@parley/testing'
import { expect, test } from '@playwright/test'
import { looked } from './axe.ts'
import { openBrowser } from './browser.ts'
import { emptyTenantPage } from './empty-tenant.ts'
import { stackVariable, trustedPort } from './stack.ts'

const account = { accountSid: `AC${'0123456789abcdef'.repeat(2)}`, authToken: 'a-long-secret-token' }
const number = '+33123456789'

async function publishedFlow(tenantId: string, userId: string, name: string) {
  const db = openDb({ url: await stackVariable('DATABASE_URL'), encryptionKey: await stackVariable('PARLEY_ENCRYPTION_KEY') })
  try {
    const { id } = await createFlow(db, tenantId, { name, document: templates.threeNodes })
    expect(await publishFlow(db, tenantId, id, { userId })).toMatchObject({ ok: true })
  } finally {
    await closeDb(db)
  }
}

test('a wrong token is named as the failing step; a number is taken over, gets a flow and hours, and can be called from', async () => {
  const twilio = await startTwilioAccount({ ...account, numbers: [number, '+14155552671'], port: await trustedPort('carrier') })
  const browser = await openBrowser('refused')
  const { page, tenantId, userId } = await emptyTenantPage(browser, { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  const { origin } = new URL(page.url())
  await publishedFlow(tenantId, userId, 'Front desk')

  await page.getByRole('link', { name: 'Numbers' }).click()
  await expect(page.getByTestId('first-connection')).toBeVisible()
  await expect(page.getByTestId('out-of-reach')).toContainText(origin)
  await looked(page, 'first')

  await page.getByTestId('first-add').click()
  const sheet = page.getByTestId('connection-sheet')
  await sheet.getByTestId('connection-name').fill('Main account')
  await sheet.getByTestId('key-accountSid').fill(account.accountSid)
  await sheet.getByTestId('key-authToken').fill('wrong')
  await sheet.getByText('Another address than the carrier’s own').click()
  await sheet.getByTestId('connection-address').fill(twilio.url)
  await sheet.getByTestId('connection-test').click()
  const step = (name: string) => sheet.locator(`[data-step=${name}]`)
  await expect(step('signIn')).toHaveAttribute('data-code', 'CARRIER_UNAUTHORIZED')
  await expect(step('reach')).toHaveAttribute('data-state', 'ok')
  await expect(step('numbers')).toHaveAttribute('data-state', 'skipped')
  await looked(page, 'failed')
  await sheet.getByTestId('key-authToken').fill(account.authToken)
  await sheet.getByTestId('connection-test').click()
  await expect(step('numbers')).toHaveAttribute('data-state', 'ok')
  await sheet.getByTestId('connection-save').click()
  await expect(sheet).toBeHidden()

  await page.getByRole('button', { name: 'Test “Main account”' }).click()
  await expect(page.getByTestId('last-test')).toContainText('Worked')
  await page.getByRole('button', { name: 'Change “Main account”' }).click()
  await expect(sheet.getByTestId('key-authToken')).toHaveValue('')
  await expect(sheet.getByTestId('key-authToken')).toHaveAttribute('placeholder', /Stored/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Change “Main account”' })).toBeFocused()

  await page.getByTestId('take-over-open').click()
  const taking = page.getByTestId('take-over')
  await taking.getByRole('button', { name: 'Take over +33 1 23 45 67 89' }).click()
  await expect(taking.getByTestId(`at-carrier-${number}`)).toContainText('Here already')
  expect(twilio.voiceUrls.get(number)).toMatch(/\/api\/carriers\/[0-9a-f-]+\/answer$/)
  await looked(page, 'take-over')
  await taking.getByRole('button', { name: 'Close' }).last().click()

  await page.getByRole('button', { name: 'Change +33 1 23 45 67 89' }).click()
  const form = page.getByTestId('number-sheet')
  await form.getByTestId('number-name').fill('Reception')
  await form.getByTestId('number-flow').selectOption({ label: 'Front desk (version 1)' })
  await form.getByLabel('In these hours').check()
  await form.getByLabel('Friday, until').fill('12:30')
  await form.getByRole('button', { name: 'Add hours on Saturday' }).click()
  await form.getByLabel('Saturday, from').fill('18:00')
  await form.getByTestId('number-language').selectOption('fr')
  await form.getByTestId('number-save').click()
  await expect(form.getByRole('alert')).toContainText('later than its opening')
  await form.getByLabel('Saturday, from').fill('10:00')
  await looked(page, 'number')
  await form.getByTestId('number-save').click()
  await expect(form).toBeHidden()
  await page.reload()
  const row = page.getByTestId(`number-${number}`)
  for (const words of [
    '01 23 45 67 89 · Reception',
    'Front desk',
    'version 1',
    'Mon–Thu 09:00–17:00',
    'Fri 09:00–12:30',
    'Sat 10:00–17:00',
    'French',
  ]) {
    await expect(row).toContainText(words)
  }
  await looked(page, 'numbers')

  await page.getByRole('link', { name: 'Live calls' }).click()
  await page.getByTestId('dial').click()
  const dial = page.getByTestId('dial-dialog')
  await dial.getByTestId('dial-to').fill('the desk')
  await dial.getByTestId('dial-call').click()
  await expect(dial.getByRole('alert')).toContainText('Nobody was called')
  await dial.getByTestId('dial-to').fill('06 12 34 56 78')
  await expect(dial).toContainText('Calls +33 6 12 34 56 78')
  await looked(page, 'dial')
  await browser.close()
  await twilio.close()
})
