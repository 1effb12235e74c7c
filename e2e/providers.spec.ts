import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWav, soundSpans } from '@parley/testing'
import { expect, type Page, test } from '@playwright/test'
import { openBrowser, signedInPage } from './browser.ts'
import { rowsOf } from './stack.ts'

async function addEmbeddedVoice(page: Page, name: string) {
  await page.getByTestId('add-synthesis').click()
  await page.getByTestId('provider-vendor').selectOption('local-synthesis')
  await page.getByTestId('provider-name').fill(name)
  await page.getByTestId('provider-test').click()
  await expect(page.getByTestId('provider-sheet').getByTestId('test-result')).toHaveAttribute('data-ok', 'true')
  await page.getByTestId('provider-save').click()
  await expect(page.getByTestId('provider-sheet')).toBeHidden()
}

async function removeAll(page: Page, names: readonly string[]) {
  for (const name of names) {
    await page.getByRole('button', { name: `Remove “${name}”` }).click()
    await page.getByTestId('remove-provider').getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(page.getByRole('heading', { name, exact: true })).toBeHidden()
  }
}

test('a voice provider is added, tried and put in order; its voice is heard and given to a flow', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await page.getByTestId('new-flow').click()
  await page.getByTestId('flow-name-input').fill('Speaks by ear')
  await page.getByTestId('create-flow').click()
  await page.waitForURL('**/flows/*')
  const flowUrl = page.url()
  const origin = new URL(flowUrl).origin

  await page.goto(`${origin}/settings/providers`)
  await expect(page.getByTestId('without-providers')).toBeVisible()
  await addEmbeddedVoice(page, 'This machine')
  await addEmbeddedVoice(page, 'Spare')
  await expect(page.getByTestId('without-providers')).toBeHidden()
  const names = page.getByTestId('providers-synthesis').getByRole('heading', { level: 3 })
  await expect(names).toHaveText(['This machine', 'Spare'])
  const later = page.getByRole('button', { name: 'Ask “This machine” later' })
  await later.focus()
  await page.keyboard.press('Enter')
  await expect(names).toHaveText(['Spare', 'This machine'])
  await expect(page.getByRole('button', { name: 'Ask “This machine” earlier' })).toBeFocused()
  await page.reload()
  await expect(names).toHaveText(['Spare', 'This machine'])

  await page.getByRole('link', { name: 'Voices' }).click()
  const source = page.locator('section', { has: page.getByRole('heading', { name: 'This machine' }) })
  await page.getByTestId('voice-language').selectOption('en')
  await page.getByTestId('find-voice').fill('british')
  const voice = source.getByTestId('voice-en-gb-x-rp')
  await expect(source.getByRole('listitem')).toHaveCount(1)
  const answer = page.waitForResponse('**/api/voices/sample?*')
  await voice.getByTestId('play-voice').click()
  const file = join(await mkdtemp(join(tmpdir(), 'parley-sample-')), 'sample.wav')
  await writeFile(file, await (await page.request.get((await answer).url())).body())
  const { samples, sampleRate } = await readWav(file)
  const [speech] = soundSpans(samples, sampleRate, 700)
  expect((speech?.toMs ?? 0) - (speech?.fromMs ?? 0)).toBeGreaterThan(1_500)
  await expect(voice.getByTestId('play-voice')).toHaveAttribute('data-phase', 'playing')
  await voice.getByTestId('play-voice').click()
  await expect(voice.getByTestId('play-voice')).toHaveAttribute('data-phase', 'silent')

  await voice.getByRole('button', { name: /^Use in a flow/ }).click()
  await page.getByTestId('give-voice').getByRole('button', { name: 'Speaks by ear' }).click()
  await expect(page.getByTestId('toast').filter({ hasText: '“Speaks by ear” now speaks with British English.' }).first()).toBeVisible()
  await page.goto(flowUrl)
  await page.getByTestId('rail-settings').click()
  const chosen = page.getByTestId('choose-voice-en')
  await expect(chosen).toHaveText('British English')
  await chosen.click()
  await page.getByTestId('voice-picker').getByRole('button', { name: 'Choose American English, female' }).first().click()
  await expect(chosen).toHaveText('American English, female')
  await expect(page.getByTestId('save-status')).toHaveAttribute('data-status', 'saved')
  const voices = () => rowsOf(`select document->'settings'->'voice' as voice from "Flow" where id = $1`, [flowUrl.split('/').at(-1)])
  expect(JSON.stringify(await voices())).toContain('"id":"en-us+f2"')

  await page.goto(`${origin}/settings/providers`)
  await removeAll(page, ['Spare', 'This machine'])
  await expect(page.getByTestId('without-providers')).toBeVisible()
  expect(await rowsOf('select id from "Provider"')).toHaveLength(0)
  await browser.close()
})

test('a key that is refused is explained before it is saved, and a private address is not called', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await page.goto(new URL('/settings/providers', page.url()).href)
  await page.getByTestId('add-model').click()
  await page.getByTestId('provider-vendor').selectOption('compatible')
  await page.getByLabel('Address').fill('https://127.0.0.1/v1')
  await page.getByTestId('provider-key').fill('a-key')
  await page.getByLabel('Model', { exact: true }).fill('any')
  await page.getByTestId('provider-test').click()
  const sheet = page.getByTestId('provider-sheet')
  await expect(sheet.getByTestId('test-result')).toContainText('This address is not called')
  await page.getByTestId('provider-save').click()
  await expect(sheet.getByRole('alert')).toContainText('must start with https')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(page.getByTestId('add-model')).toBeFocused()
  expect(await rowsOf(`select id from "Provider" where kind = 'model'`)).toHaveLength(0)
  await browser.close()
})

test('one source of voices that fails does not hide the others', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  const origin = new URL(page.url()).origin
  await page.goto(`${origin}/settings/providers`)
  await addEmbeddedVoice(page, 'Broken')
  await addEmbeddedVoice(page, 'Sound')
  const [broken = '', sound = ''] = (await rowsOf('select id from "Provider" order by position')).map(({ id }) => String(id))
  const refused = { result: { data: { json: { ok: false, code: 'KEY_REFUSED' } } } }
  await page.route(
    (url) => url.pathname.endsWith('/voices.list') && url.search.includes(broken),
    (route) => route.fulfill({ json: refused }),
  )
  await page.goto(`${origin}/voices`)
  await expect(page.getByTestId(`voices-${broken}`).getByRole('alert')).toContainText('The vendor refused the key.')
  await expect(page.getByTestId(`voices-${sound}`).getByTestId('voice-fr')).toBeVisible()
  await page.goto(`${origin}/settings/providers`)
  await removeAll(page, ['Broken', 'Sound'])
  await browser.close()
})
