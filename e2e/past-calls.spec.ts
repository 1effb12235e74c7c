import { expect, test } from '@playwright/test'
import { violationsOf } from './axe.ts'
import { openBrowser, signedInPage } from './browser.ts'
import { withStoredCalls } from './store-past-call.ts'

const hoursThenGone = [
  { contact: 'what are your opening hours' },
  { contact: 'I would like to book an appointment' },
  { hangUp: true },
] as const

test('a past call is replayed on the canvas, which also shows where calls went and where they are', async () => {
  await withStoredCalls(async (begin) => {
    const past = await begin([...hoursThenGone])
    await past.finish('hungUp')
    const browser = await openBrowser('refused')
    const page = await signedInPage(browser, { reducedMotion: 'reduce' })
    const node = (id: string) => page.getByTestId(`node-${id}`)

    await page.goto(new URL(`/calls/${past.callId}`, page.url()).href)
    await page.getByTestId('make-scenario').click()
    await page.getByTestId('scenario-make').click()
    await expect(page.getByTestId('scenario-json')).toContainText('what are your opening hours')
    await page.keyboard.press('Escape')

    await page.getByTestId('replay').click()
    await expect(page.getByTestId('step-of')).toContainText(/^Step 1 of \d+$/)
    await expect(node('greet')).toHaveAttribute('data-current', 'true')
    await page.getByTestId('next-step').click()
    await page.keyboard.press('Tab')
    await expect(node('why')).toHaveAttribute('data-current', 'true')
    await expect(node('greet')).toHaveAttribute('data-passed', 'true')
    await page.getByTestId('next-step').click()
    await expect(page.getByTestId('replay-words')).toContainText('what are your opening hours')
    await page.getByTestId('next-step').click()
    await expect(page.getByTestId('replay-decision')).toContainText('opening')
    await node('askDay').click()
    await expect(node('askDay')).toHaveAttribute('data-current', 'true')
    await expect(page.locator('[data-passed].flow-edge')).toHaveCount(5)
    await page.getByTestId('play').click()
    await expect(page.getByTestId('step-of')).toHaveText(/^Step (\d+) of \1$/)
    expect(await violationsOf(page)).toEqual([])

    await page.getByTestId('replay-on-draft').click()
    await expect(page.getByTestId('backtest')).toHaveAttribute('data-same', 'true')
    expect(await violationsOf(page)).toEqual([])

    await page.goto(new URL(`/flows/${past.flowId}`, page.url()).href)
    await page.getByTestId('look-traffic').click()
    await expect(page.getByTestId('count-why')).toHaveText(/^\d+$/)
    await expect(page.getByTestId('ended-askDay')).toHaveText(/^−\d+%$/)
    expect(await violationsOf(page)).toEqual([])

    const running = await begin([...hoursThenGone])
    await running.goTo('why')
    await page.getByTestId('look-live').click()
    await page.getByTestId('count-why').click()
    const line = page.getByTestId(`running-${running.callId}`)
    await expect(line).toContainText('What do they want?')
    expect(await violationsOf(page)).toEqual([])
    await running.goTo('askDay')
    await expect(line).toHaveCount(0)
    await page.getByRole('button', { name: 'All running calls' }).click()
    await expect(line).toContainText('Ask: day')
    await expect(page.getByTestId('count-askDay')).toBeVisible()
    await running.finish('hungUp')
    await expect(line).toHaveCount(0)
    await browser.close()
  })
})
