import { closeDb, openDb, removeProvider, saveProvider } from '@parley/db'
import { deepgramRecordingsStandIn } from '@parley/testing'
import { expect, test } from '@playwright/test'
import { violationsOf } from './axe.ts'
import { openBrowser, signedInPage } from './browser.ts'
import { stackVariable, trustedPort } from './stack.ts'
import { storeRecordedCall } from './store-recorded-call.ts'

test('a recording is transcribed again by the tenant’s provider, read beside what was heard live, and played from its words', async () => {
  const db = openDb({ url: await stackVariable('DATABASE_URL'), encryptionKey: await stackVariable('PARLEY_ENCRYPTION_KEY') })
  const { tenantId, callId } = await storeRecordedCall(db)
  const vendor = await deepgramRecordingsStandIn(
    [
      { channel: 0, start: 2.4, end: 4.1, transcript: 'An appointment, please.' },
      { channel: 1, start: 0.1, end: 1.9, transcript: 'What can I do for you?' },
    ],
    { port: await trustedPort('recognition') },
  )
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  const address = new URL(`/calls/${callId}`, page.url()).href
  const words = (speaker: string) => page.getByTestId(`turn-${speaker}`)

  await page.goto(address)
  await expect(words('contact')).toContainText('a boy meant')
  await page.getByTestId('transcribe-needs-provider').click()
  await page.waitForURL('**/settings/providers')

  const saved = await saveProvider(db, tenantId, {
    ...{ kind: 'recognition', vendor: 'deepgram', name: 'Ears', languages: [], enabled: true, apiKey: vendor.apiKey },
    settings: { url: vendor.url },
  })
  if (!saved.ok) throw new Error(saved.code)
  await page.goto(address)
  const again = page.getByTestId('transcribe')
  await expect(page.getByTestId('transcript-recording')).toBeHidden()
  vendor.setFault({ slowMs: 1_500 })
  await again.focus()
  await page.keyboard.press('Enter')
  await expect(again).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('transcribed')).toBeVisible()
  await expect(again).toBeFocused()
  await expect(page.getByText('The recording is transcribed.')).toBeAttached()
  await expect(page.getByTestId(/^turn-/)).toContainText(['What can I do for you?', 'An appointment, please.'])
  expect(vendor.requests).toHaveLength(1)
  expect(await violationsOf(page)).toEqual([])

  await words('contact').getByRole('button', { name: 'Play from 0:02' }).click()
  const position = page.locator('input[type=range]')
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(2.3)
  await page.getByTestId('transcript-live').focus()
  await page.keyboard.press('Space')
  await expect(words('contact')).toContainText('a boy meant')
  await expect(page.getByTestId('transcript-live')).toHaveAttribute('aria-pressed', 'true')

  vendor.setFault('unauthorized')
  await again.click()
  await expect(page.getByTestId('transcription-failure')).toContainText('(RECOGNITION_UNAUTHORIZED)')
  expect(await violationsOf(page)).toEqual([])
  await page.getByTestId('transcript-recording').click()
  await expect(words('contact')).toContainText('An appointment, please.')

  const french = await signedInPage(browser, { locale: 'fr-FR', colorScheme: 'dark' })
  await french.goto(address)
  await french.getByRole('button', { name: 'Transcrite depuis l’enregistrement' }).click()
  await expect(french.getByTestId('transcribed')).toBeVisible()
  await expect(french.getByTestId('transcribe')).toHaveText('Transcrire à nouveau')
  expect(await violationsOf(french)).toEqual([])

  await removeProvider(db, tenantId, saved.id)
  await browser.close()
  await vendor.close()
  await closeDb(db)
})
