import { expect, test } from '@playwright/test'
import { appearances, violationsOf } from './axe.ts'
import { openBrowser, signedInPage } from './browser.ts'
import { withStoredCalls } from './store-past-call.ts'

const panels = ['add', 'find', 'variables', 'intents', 'problems', 'versions', 'settings'] as const

for (const [name, appearance] of Object.entries(appearances)) {
  test(`everything that opens in the editor, and the page of a call, can be read by everybody: ${name}`, async () => {
    await withStoredCalls(async (begin) => {
      const call = await begin([{ contact: 'I would like to book an appointment' }, { contact: 'tomorrow' }, { hangUp: true }])
      await call.finish('hungUp')
      const browser = await openBrowser('refused')
      const page = await signedInPage(browser, { ...appearance, reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } })
      const go = (path: string) => page.goto(new URL(path, page.url()).href)
      const found: Record<string, string[]> = {}
      const look = async (what: string) => {
        const violations = await violationsOf(page)
        if (violations.length > 0) found[what] = violations
      }

      await page.getByTestId('new-flow').click()
      await expect(page.getByTestId('new-flow-dialog')).toBeVisible()
      await look('new flow')
      await page.keyboard.press('Escape')

      await go(`/flows/${call.flowId}`)
      await expect(page.getByTestId('node-why')).toBeVisible()
      for (const panel of panels) {
        await page.getByTestId(`rail-${panel}`).click()
        await expect(page.getByTestId(`panel-${panel}`)).toBeVisible()
        await look(`panel ${panel}`)
      }
      await page.getByTestId('rail-settings').click()
      for (const [id, what] of [
        ['why', 'router'],
        ['askDay', 'question'],
      ] as const) {
        await page.getByTestId(`node-${id}`).locator('.node-name').click()
        await expect(page.getByTestId('field-question')).toBeVisible()
        await look(`settings of a ${what}`)
      }
      for (const [key, dialog] of [
        ['c', 'connect-picker'],
        ['?', 'cheat-sheet'],
        ['Control+k', 'command-palette'],
      ] as const) {
        await page.locator('.react-flow__node[data-id=askDay]').focus()
        await page.keyboard.press(key)
        await expect(page.getByTestId(dialog)).toBeVisible()
        await look(dialog)
        await page.keyboard.press('Escape')
      }
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')

      await page.getByTestId('test').click()
      await page.getByTestId('tab-text').click()
      await page.getByTestId('text-start').click()
      await page.getByTestId('text-input').fill('book')
      await page.keyboard.press('Enter')
      await expect(page.getByTestId('text-turn-1')).toBeVisible()
      await look('test in writing')
      await page.getByTestId('tab-voice').click()
      await look('test by voice')
      await page.getByTestId('tab-scenarios').click()
      await page.getByTestId('run-all').click()
      await expect(page.getByTestId('coverage')).toBeVisible()
      await look('scenarios')
      await page.getByTestId('edit-scenario').first().click()
      await expect(page.getByTestId('scenario-editor')).toBeVisible()
      await look('scenario')

      await go(`/calls/${call.callId}`)
      await expect(page.getByTestId('turn-contact').first()).toBeVisible()
      await look('call')
      await go(`/calls/${call.callId}/replay`)
      await expect(page.getByTestId('step-of')).toBeVisible()
      await look('replay')
      await go('/contacts')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await look('contacts')
      await go('/nowhere')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await look('nothing here')

      expect(found).toEqual({})
      await browser.close()
    })
  })
}
