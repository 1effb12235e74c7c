import { soundSpans } from '@parley/testing'
import { expect, type Page, test } from '@playwright/test'
import { microphoneFile, openBrowser, signedInPage } from './browser.ts'
import { recordingOf } from './call-recording.ts'
import { recognise } from './recognise.ts'
import { rowsOf } from './stack.ts'
import { workflowStatusOf } from './workflow.ts'

/** Drags a node type from the palette to a place on the canvas. */
async function drop(page: Page, type: string, at: { x: number; y: number }) {
  await page.getByTestId(`palette-${type}`).dragTo(page.getByTestId('canvas'), { targetPosition: at })
  await expect(page.locator(`[data-node-type="${type}"]`)).toHaveCount(1)
}

/** Draws an edge with the mouse from an outcome's handle into the middle of a node. */
async function connect(page: Page, from: string, outcome: string, to: string) {
  const handle = await page.getByTestId(`handle-${from}-${outcome}`).boundingBox()
  const target = await page.getByTestId(`node-${to}`).boundingBox()
  if (!handle || !target) throw new Error(`Nothing to connect from ${from} ${outcome} to ${to}.`)
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await page.mouse.down()
  await page.mouse.move(target.x + 40, target.y + 12, { steps: 8 })
  await page.mouse.up()
  await expect(page.getByTestId(`add-after-${from}-${outcome}`)).toHaveCount(0)
}

const field = (page: Page, name: string) => page.getByTestId(`field-${name}`)

/** Declares a variable from inside a field that wants one. */
async function newVariable(page: Page, of: string, name: string, type: string) {
  await field(page, of).locator('select').selectOption('\n')
  await page.getByTestId('new-variable-name').fill(name)
  await page.getByTestId('new-variable-type').selectOption(type)
  await page.getByTestId('new-variable-add').click()
}

test('a flow drawn by mouse is published, called, and books an appointment', async () => {
  const file = await microphoneFile([{ silence: 6.5 }, { say: 'tuesday' }, { silence: 11 }, { say: 'the first one' }, { silence: 40 }])
  const browser = await openBrowser({ file })
  const page = await signedInPage(browser)

  await page.getByTestId('new-flow').click()
  await page.getByTestId('flow-name-input').fill('Three nodes by mouse')
  await page.locator('label', { has: page.getByTestId('start-empty') }).click()
  await page.getByTestId('create-flow').click()
  await page.waitForURL('**/flows/*')
  if (!(await page.getByTestId('panel-add').isVisible())) await page.getByTestId('rail-add').click()
  await drop(page, 'ask', { x: 340, y: 60 })
  if (!(await page.getByTestId('panel-add').isVisible())) await page.getByTestId('rail-add').click()
  await drop(page, 'book', { x: 660, y: 60 })
  if (!(await page.getByTestId('panel-add').isVisible())) await page.getByTestId('rail-add').click()
  await drop(page, 'end', { x: 980, y: 300 })
  await page.keyboard.press('Escape')

  await page.getByTestId('publish').click()
  await expect(page.getByTestId('publish-confirm')).toBeDisabled()
  await expect(page.getByTestId('problem-OPEN_OUTCOME').first()).toBeVisible()
  await page.keyboard.press('Escape')

  for (const outcome of ['noMatch', 'silent', 'done']) await connect(page, 'ask', outcome, outcome === 'done' ? 'book' : 'end')
  for (const outcome of ['booked', 'noTimes', 'declined', 'failed']) await connect(page, 'book', outcome, 'end')

  await page.getByTestId('node-ask').click()
  await newVariable(page, 'variable', 'day', 'date')
  await field(page, 'question').locator('textarea').fill('Good morning. Which day would you like to come?')
  await page.getByTestId('node-book').click()
  await field(page, 'service').locator('select').selectOption('Cleaning')
  await field(page, 'date').locator('select').selectOption('day')
  await newVariable(page, 'time', 'hour', 'time')
  await page.getByTestId('node-end').click()
  await field(page, 'text').locator('textarea').fill('See you soon. Goodbye.')

  await page.getByTestId('publish').click()
  await page.getByTestId('publish-confirm').click()
  await expect(page.getByTestId('publish-sheet')).toBeHidden()

  await page.getByTestId('test').click()
  await page.getByTestId('call').click()
  await expect(page.getByTestId('node-ask')).toHaveAttribute('data-current', 'true', { timeout: 20_000 })
  const transcript = page.getByTestId('live-transcript')
  await expect(transcript.locator('[data-speaker=agent]').first()).toContainText('Which day would you like to come?')
  await expect(transcript.locator('[data-speaker=contact]').first()).toContainText('tuesday', { timeout: 20_000 })
  await expect(page.getByTestId('node-book')).toHaveAttribute('data-current', 'true')
  await expect(page.getByTestId('live-variables')).toContainText('day')
  await expect(page.getByTestId('call-outcome')).toHaveAttribute('data-outcome', 'completed', { timeout: 60_000 })

  await page.getByTestId('open-call').click()
  await page.waitForURL('**/calls/*')
  const callId = page.url().split('/').at(-1) ?? ''
  await expect(page.getByTestId('turn-contact').first()).toContainText('tuesday')
  await expect(page.getByTestId('waveform')).toBeVisible()
  await expect(page.getByTestId('appointment')).toBeVisible()
  await expect(page.getByTestId('open-in-temporal')).toHaveAttribute('href', new RegExp(encodeURIComponent(`call/${callId}`)))

  const booked = await rowsOf('select "startsAt" from "Appointment" where "callId" = $1 and status = \'booked\'', [callId])
  expect(booked).toHaveLength(1)
  const [row] = booked
  expect(new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'Europe/Paris' }).format(row?.startsAt as Date)).toBe('Tuesday')
  await expect.poll(() => workflowStatusOf(callId), { timeout: 60_000 }).toBe('COMPLETED')

  const { agent, sampleRate } = await recordingOf(page)
  const [question] = soundSpans(agent, sampleRate, 700)
  if (!question) throw new Error('The agent cannot be heard in the recording.')
  const sentence = agent.subarray((question.fromMs * sampleRate) / 1_000, (question.toMs * sampleRate) / 1_000)
  const mayBe = ['good morning which day would you like to come', 'see you soon goodbye', 'hello how can I help you', 'what is your name']
  expect(await recognise(sentence, sampleRate, mayBe)).toBe(mayBe[0])
  await browser.close()
})

test('a microphone that is refused is explained, and nothing is left running', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await page.getByText('Appointments', { exact: true }).first().click()
  await page.waitForURL('**/flows/*')
  await page.getByTestId('test').click()
  await page.getByTestId('call').click()
  await expect(page.getByTestId('call-error')).toHaveAttribute('data-code', /MICROPHONE_(REFUSED|MISSING)/)
  expect(await rowsOf('select id from "Call" where status <> \'ended\'')).toHaveLength(0)
  await browser.close()
})

test('a link that was used already says so', async () => {
  const browser = await openBrowser('refused')
  const page = await browser.newPage()
  await page.goto(`${new URL((await signedInPage(browser)).url()).origin}/sign-in?token=used`)
  await expect(page.getByTestId('sign-in-refused')).toBeVisible()
  await browser.close()
})
