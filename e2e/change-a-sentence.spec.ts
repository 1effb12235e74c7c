import { soundSpans } from '@parley/testing'
import { expect, test } from '@playwright/test'
import { microphoneFile, openBrowser, signedInPage } from './browser.ts'
import { recordingOf } from './call-recording.ts'
import { recognise } from './recognise.ts'
import { workflowStatusOf } from './workflow.ts'

test('a changed sentence is heard before it is published, and after that by the next caller', async () => {
  const browser = await openBrowser({ file: await microphoneFile([{ silence: 60 }]) })
  const page = await signedInPage(browser)
  await page.getByText('Appointments', { exact: true }).first().click()
  await page.waitForURL('**/flows/*')
  await page.getByTestId('node-greet').click()
  const sentence = page.getByTestId('field-text').locator('textarea')
  const agent = page.getByTestId('live-transcript').locator('[data-speaker=agent]')
  await sentence.fill('')
  await page.getByTestId('test').click()
  await page.getByTestId('call').click()
  await expect(page.getByTestId('repair-first')).toContainText('Repair it, then call')
  await expect(page.getByTestId('call-phase')).toBeHidden()
  await page.getByTestId('repair-first').getByRole('button').first().click()
  await sentence.fill('Good evening and welcome to the night desk.')
  await expect(page.getByTestId('node-greet')).toContainText('welcome to the night desk')
  await expect(page.getByTestId('repair-first')).toBeHidden()
  await page.getByTestId('call').click()
  await expect(agent.first()).toContainText('welcome to the night desk', { timeout: 30_000 })
  await page.getByTestId('hang-up').click()
  await expect(page.getByTestId('open-call')).toBeVisible()

  await page.getByTestId('publish').click()
  await page.getByTestId('publish-anyway').check() // the scenarios of the template expect the old greeting
  await page.getByTestId('publish-confirm').click()
  await expect(page.getByTestId('publish-sheet')).toBeHidden()
  await page.getByTestId('call').click()
  await expect(agent.first()).toContainText('welcome to the night desk', { timeout: 30_000 })
  await expect(agent.nth(1)).toContainText('How can I help you?')
  await page.waitForTimeout(1_500)
  await page.getByTestId('hang-up').click()
  await page.getByTestId('open-call').click()
  await page.waitForURL('**/calls/*')
  await expect(page.getByTestId('waveform')).toBeVisible({ timeout: 20_000 })

  const { agent: voice, sampleRate } = await recordingOf(page)
  const [greeting] = soundSpans(voice, sampleRate, 400)
  if (!greeting) throw new Error('The agent cannot be heard in the recording.')
  const heard = voice.subarray((greeting.fromMs * sampleRate) / 1_000, (greeting.toMs * sampleRate) / 1_000)
  const mayBe = ['good evening and welcome to the night desk', 'hello this is bright smile dental', 'how can I help you']
  expect(await recognise(heard, sampleRate, mayBe)).toContain(mayBe[0])
  const callId = page.url().split('/').at(-1) ?? ''
  await expect.poll(() => workflowStatusOf(callId), { timeout: 60_000 }).toBe('COMPLETED')

  const lengthOf = () => page.getByTestId('recording').evaluate((audio) => ('duration' in audio ? Number(audio.duration) : 0))
  await expect.poll(lengthOf).toBeGreaterThan(2)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('download-trimmed').click()])
  expect(download.suggestedFilename()).toBe(`${callId}.ogg`)
  expect(await download.failure()).toBeNull()

  await page.goto(new URL('/calls', page.url()).href)
  const rows = page.getByRole('row')
  await expect(rows.filter({ hasText: 'Appointments v2' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'Appointments draft, test call' })).toHaveCount(1)
  await browser.close()
})
