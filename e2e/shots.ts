import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { seed } from '@parley/db'
import { everyPart, repositoryRoot, startThrowawayStack } from '@parley/tools'
import { microphoneFile, openBrowser, signedInPage } from './browser.ts'
import { emptyTenantPage } from './empty-tenant.ts'
import { atRest, takeCallShot, takeGuideShots } from './guide-shots.ts'
import { stackFolderVariable } from './stack.ts'
import { storeAnswers } from './store-answers.ts'
import { storeCalls } from './store-calls.ts'
import { storeCampaign } from './store-campaign.ts'
import { storeCampaigns, withDb } from './store-campaigns.ts'
import { withStoredCalls } from './store-past-call.ts'

/**
 * `npm run shots`: pictures of every page, light and dark, in English and French, into `test-results/shots`; those of docs/guide and of
 * the README into docs/images. With `pages`, `guide` or `call` behind it, only these.
 */
const only = process.argv[2]
const isWanted = (part: 'pages' | 'guide' | 'call') => only === undefined || only === part
const folder = path.join(repositoryRoot, 'test-results/shots')
const pages = {
  home: '/',
  flows: '/flows',
  live: '/live',
  calls: '/calls',
  'calls-filtered': '/calls?outcome=failed.silent&period=7d&columns=when.flow.outcome.failure',
  campaigns: '/campaigns',
  'campaign-new': '/campaigns/new',
  contacts: '/contacts',
  'do-not-call': '/contacts/do-not-call',
  numbers: '/numbers',
  voices: '/voices',
  'response-times': '/response-times',
  settings: '/settings',
  providers: '/settings/providers',
  editor: '/flows/019a9f2e-6c00-7000-8000-000000000002',
}
const looks = [
  { name: 'light-en', colorScheme: 'light', locale: 'en-GB', width: 1280 },
  { name: 'dark-en', colorScheme: 'dark', locale: 'en-GB', width: 1280 },
  { name: 'light-fr', colorScheme: 'light', locale: 'fr-FR', width: 1280 },
  { name: 'dark-fr', colorScheme: 'dark', locale: 'fr-FR', width: 1280 },
  // Twice the size on the same screen.
  { name: 'large-fr', colorScheme: 'light', locale: 'fr-FR', width: 640 },
] as const

const { home, stop } = await startThrowawayStack('shots', { parts: everyPart, onProgress: (line) => console.log(line) })
process.env[stackFolderVariable] = home
const browser = await openBrowser({ file: await microphoneFile([{ silence: 1 }]) })
try {
  if (isWanted('call')) await takeCallShot(browser)
  await storeAnswers()
  await storeCalls(400, 90)
  if (isWanted('guide')) await takeGuideShots(browser)
  if (isWanted('pages')) await takePages()
} finally {
  await browser.close()
  await stop()
}
process.exit(0)

async function takePages() {
  await mkdir(folder, { recursive: true })
  const callId = await storePastCall()
  const { draftId, pausedId } = await withDb(async (db) => storeCampaigns({ db, ...(await seed(db)) }))
  const campaignId = await storeCampaign()
  for (const { name, width, ...appearance } of looks) {
    const viewport = { width, height: (width * 5) / 8 }
    const options = { ...appearance, viewport, deviceScaleFactor: 1280 / width, reducedMotion: 'reduce' } as const
    const page = await signedInPage(browser, options)
    const take = async (of: string, from = page) => {
      await atRest(from)
      await from.screenshot({ path: path.join(folder, `${of}-${name}.png`) })
    }
    const past = { call: `/calls/${callId}`, replay: `/calls/${callId}/replay`, 'replay-draft': `/calls/${callId}/replay?on=draft` }
    const ofCampaign = {
      import: `/campaigns/${campaignId}/leads/import`,
      'campaign-draft': `/campaigns/${draftId}`,
      campaign: `/campaigns/${pausedId}`,
      'campaign-leads': `/campaigns/${pausedId}?tab=leads`,
    }
    for (const [of, address] of Object.entries({ ...pages, ...past, ...ofCampaign })) {
      await page.goto(new URL(address, page.url()).href)
      await take(of)
    }
    await page.goto(new URL(pages.editor, page.url()).href)
    await page.getByTestId('rail-versions').click()
    await page.getByTestId('compare-1').click()
    await take('compare')
    await page.goto(new URL(pages.flows, page.url()).href)
    await page.getByTestId('new-flow').click()
    await take('gallery')
    await page.close()
    const { page: first } = await emptyTenantPage(browser, options)
    await take('first-run', first)
    await first.close()
    console.log(`${name}: in ${folder}`)
  }
}

/** A call that was played, not spoken: its page and its replay have something to show. */
async function storePastCall(): Promise<string> {
  let callId = ''
  await withStoredCalls(async (begin) => {
    const call = await begin([
      { contact: 'what are your opening hours' },
      { contact: 'I would like to book an appointment' },
      { hangUp: true },
    ])
    await call.finish('hungUp')
    callId = call.callId
  })
  return callId
}
