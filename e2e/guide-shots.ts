import path from 'node:path'
import { closeDb, createFlow, listFlows, noteConnectionTest, openDb, saveConnection, saveNumber, seed } from '@parley/db'
import { repositoryRoot } from '@parley/tools'
import { type Browser, expect, type Page } from '@playwright/test'
import { signedInPage } from './browser.ts'
import { serviceDesk } from './dealership.ts'
import { sayIntoPage } from './say-into-page.ts'
import { stackVariable } from './stack.ts'
import { withStoredCalls } from './store-past-call.ts'

const folder = path.join(repositoryRoot, 'docs/images')
const viewport = { width: 1280, height: 800 }

/** Waits until a page shows what it loads, and nothing moves. */
export async function atRest(page: Page): Promise<void> {
  await page.locator('main, [data-node-type]').first().waitFor()
  await expect(page.locator('[aria-busy=true], .animate-pulse')).toHaveCount(0)
  await page.waitForTimeout(700)
}

/** The pictures of docs/guide and of the README, from the running product. */
export async function takeGuideShots(browser: Browser): Promise<void> {
  const page = await signedInPage(browser, { viewport, reducedMotion: 'reduce' })
  const origin = new URL(page.url()).origin
  const deskId = await storeServiceDesk()
  const appointments = '/flows/019a9f2e-6c00-7000-8000-000000000002'
  const open = async (address: string) => {
    await page.goto(`${origin}${address}`)
    await atRest(page)
  }
  const take = async (name: string) => {
    await page.waitForTimeout(400)
    await page.screenshot({ path: path.join(folder, `${name}.png`) })
  }

  await open('/')
  await take('home')
  await open(appointments)
  await testInWriting(page, ['I would like to book an appointment', 'tomorrow'])
  await take('guide-test')
  await page.getByTestId('toggle-test').click()
  await page.getByTestId('node-greet').locator('.node-name').click()
  await take('guide-sentence')
  await page.getByTestId('test').click()
  await page.getByTestId('tab-scenarios').click()
  await page.getByTestId('run-all').click()
  await expect(page.getByTestId('coverage')).toBeVisible()
  await take('guide-scenarios')

  await open(`/flows/${deskId}`)
  await page.getByRole('button', { name: 'Show everything' }).click()
  await take('guide-desk')
  await testInWriting(page, ['do you sell used cars'])
  await take('editor')
  await page.getByTestId('toggle-test').click()
  await page.getByTestId('node-intent').locator('.node-name').click()
  await page.getByRole('button', { name: '5 sentences' }).first().click()
  await take('guide-wishes')
  await page.keyboard.press('Escape')
  await page.getByTestId('rail-add').click()
  await take('guide-palette')
  await page.getByTestId('rail-add').click()
  await page.getByTestId('node-intent').locator('.node-name').click()
  await page.keyboard.press('c')
  await expect(page.getByTestId('connect-picker')).toBeVisible()
  await take('guide-connect')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await take('guide-keys')
  await page.keyboard.press('Escape')
  await page.getByTestId('publish').click()
  await expect(page.getByTestId('publish-sheet')).toBeVisible()
  await take('guide-publish')

  await storeNumber()
  await open('/numbers')
  await take('guide-numbers')

  await storeCallers()
  await open(appointments)
  await page.getByTestId('look-traffic').click()
  await expect(page.getByTestId('count-why')).toBeVisible()
  await take('guide-traffic')
  await page.close()
}

/** A spoken call of the example flow, and the picture of its page. */
export async function takeCallShot(browser: Browser): Promise<void> {
  const page = await signedInPage(browser, { viewport, reducedMotion: 'reduce' })
  const { say } = await sayIntoPage(page)
  await page.reload()
  await page.getByRole('link', { name: 'Appointments', exact: true }).click()
  await page.waitForURL('**/flows/*')
  await page.getByTestId('test').click()
  await page.getByTestId('tab-voice').click()
  await page.getByTestId('call').click()
  const turns = [
    ['why', 'I would like to book an appointment'],
    ['askDay', 'tuesday'],
    ['askTime', 'ten o clock'],
  ] as const
  for (const [node, words] of turns) {
    await expect(page.getByTestId(`node-${node}`)).toHaveAttribute('data-current', 'true', { timeout: 30_000 })
    await expect(page.getByTestId('live-transcript')).toContainText('listening', { timeout: 20_000 })
    await say(words)
  }
  await expect(page.getByTestId('node-askName')).toHaveAttribute('data-current', 'true', { timeout: 30_000 })
  await page.getByTestId('hang-up').click()
  await page.getByTestId('open-call').click({ timeout: 30_000 })
  await page.getByTestId('waveform').waitFor()
  await page.waitForTimeout(1_500)
  await page.screenshot({ path: path.join(folder, 'call.png') })
  await page.close()
}

async function testInWriting(page: Page, sentences: readonly string[]) {
  await page.getByTestId('test').click()
  await page.getByTestId('tab-text').click()
  await page.getByTestId('text-start').click()
  for (const sentence of sentences) {
    await page.getByTestId('text-input').fill(sentence)
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('text-transcript')).toContainText(sentence)
  }
}

async function storeServiceDesk(): Promise<string> {
  const db = openDb({ url: await stackVariable('DATABASE_URL'), encryptionKey: await stackVariable('PARLEY_ENCRYPTION_KEY') })
  try {
    const { tenantId } = await seed(db)
    return (await createFlow(db, tenantId, { name: serviceDesk.name, document: serviceDesk })).id
  } finally {
    await closeDb(db)
  }
}

/** A number of an account that works, answered by the example flow on weekdays. */
async function storeNumber(): Promise<void> {
  const db = openDb({ url: await stackVariable('DATABASE_URL'), encryptionKey: await stackVariable('PARLEY_ENCRYPTION_KEY') })
  try {
    const { tenantId } = await seed(db)
    const limits = { maxCalls: 10, callsPerSecond: 1, enabled: true }
    const saved = await saveConnection(db, tenantId, { carrier: 'twilio', name: 'Main account', apiBase: null, ...limits, credentials: {} })
    if (!saved.ok) return
    await noteConnectionTest(db, tenantId, saved.id, { at: new Date().toISOString(), failed: null })
    const flows = await listFlows(db, tenantId)
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: weekday === 5 ? '12:30' : '17:00' }))
    const flowId = flows.find(({ publishedNumber }) => publishedNumber !== null)?.id ?? null
    const number = {
      connectionId: saved.id,
      number: '+33123456789',
      name: 'Reception',
      flowId,
      routing: { hours, language: 'fr' },
    } as const
    await saveNumber(db, tenantId, number)
  } finally {
    await closeDb(db)
  }
}

/** Callers of the example flow who went this way and that, and some who hung up on the way. */
const storeCallers = () =>
  withStoredCalls(async (begin) => {
    for (let caller = 0; caller < 12; caller++) {
      const asked = caller % 3 === 0 ? [{ contact: 'what are your opening hours' }] : []
      const booking = caller % 4 === 0 ? [] : [{ contact: 'I would like to book an appointment' }, { contact: 'tomorrow' }]
      const isLost = caller % 4 === 0
      const call = await begin([...asked, ...booking, ...(isLost ? [{ hangUp: true } as const] : [])])
      await call.finish(isLost ? 'hungUp' : 'completed')
    }
  })
