import { expect, type Page, test } from '@playwright/test'
import { openBrowser, signedInPage } from './browser.ts'
import { connections, expectServiceDesk, storedDraft, wishes, words } from './dealership.ts'

/** Where each node type is let go on the canvas, in pixels from its upper left corner. */
const places = [
  ['greeting', 330, 80],
  ['intent', 520, 80],
  ['ask', 720, 90],
  ['ask', 920, 90],
  ['book', 1110, 90],
  ['answer', 720, 280],
  ['say', 720, 440],
  ['anywhere', 520, 620],
  ['transfer', 920, 460],
  ['end', 1110, 320],
  ['end', 1110, 560],
  ['end', 720, 680],
] as const

const field = (page: Page, name: string) => page.getByTestId(`field-${name}`)
const card = (page: Page, id: string) => page.getByTestId(`node-${id}`)

/** Drags a node type from the palette to a place on the canvas. */
async function drop(page: Page, [type, x, y]: (typeof places)[number]) {
  const nodes = page.locator('[data-node-type]')
  const before = await nodes.count()
  await page.getByTestId(`palette-${type}`).dragTo(page.getByTestId('canvas'), { targetPosition: { x, y } })
  await expect(nodes).toHaveCount(before + 1)
}

/** Draws an edge from an outcome's handle into a card. */
async function connect(page: Page, { from, outcome, to }: (typeof connections)[number]) {
  const handle = await page.getByTestId(`handle-${from}-${outcome}`).boundingBox()
  const target = await card(page, to).boundingBox()
  if (!handle || !target) throw new Error(`Nothing to connect from ${from} ${outcome} to ${to}.`)
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await page.mouse.down()
  await page.mouse.move(target.x + 30, target.y + 10, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByTestId(`add-after-${from}-${outcome}`)).toHaveCount(0)
}

async function openCard(page: Page, id: string) {
  await card(page, id).locator('.node-name').click()
  await expect(page.locator(`.react-flow__node.selected [data-testid=node-${id}]`)).toBeVisible()
}

async function write(page: Page, name: string, text: string) {
  await field(page, name).locator('textarea').click()
  await page.keyboard.type(text)
}

/** Declares a variable from inside the field that wants one. */
async function newVariable(page: Page, of: string, name: string, type: string) {
  await field(page, of).locator('select').selectOption('\n')
  await page.getByTestId('new-variable-name').click()
  await page.keyboard.type(name)
  await page.getByTestId('new-variable-type').selectOption(type)
  await page.getByTestId('new-variable-add').click()
}

async function newWish(page: Page, { name, samples }: (typeof wishes)[number]) {
  const intents = field(page, 'intents')
  await intents.getByLabel('Name, for example book').click()
  await page.keyboard.type(name)
  await intents.getByRole('button', { name: 'Add intent' }).click()
  await intents.getByTestId(`samples-of-${name}`).getByTestId('add-sample').click()
  for (const sample of samples) {
    await page.keyboard.type(sample)
    await page.keyboard.press('Enter')
  }
}

async function say(page: Page, said: string) {
  await page.getByTestId('text-input').click()
  await page.keyboard.type(said)
  await page.getByTestId('text-say').click()
  await expect(page.getByTestId('text-transcript')).toContainText(said)
}

/** Presses undo or redo until there is nothing more. */
async function pressThrough(page: Page, button: 'undo' | 'redo') {
  const control = page.getByTestId(button)
  for (let presses = 0; presses < 400 && (await control.isEnabled()); presses++) await control.click()
  await expect(control).toBeDisabled()
}

test('the service desk of a dealership is drawn from nothing by mouse, taken back, drawn again, and answers', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser, { viewport: { width: 1680, height: 1050 } })
  await page.getByTestId('new-flow').click()
  await page.getByTestId('flow-name-input').click()
  await page.keyboard.type('Service desk by mouse')
  await page.locator('label', { has: page.getByTestId('start-empty') }).click()
  await page.getByTestId('create-flow').click()
  await page.waitForURL('**/flows/*')
  await page.getByTestId('canvas').getByRole('button', { name: 'Add a node' }).click()
  const empty = await storedDraft(page)
  for (let times = 0; times < 3; times++) await page.getByRole('button', { name: 'Zoom out' }).click()
  for (const place of places) await drop(page, place)
  await page.getByTestId('rail-add').click()

  await openCard(page, 'greeting')
  await write(page, 'text', words.greeting)
  await openCard(page, 'intent')
  await write(page, 'question', words.how)
  await write(page, 'reprompt', words.howAgain)
  for (const wish of wishes.slice(0, 3)) await newWish(page, wish)
  await openCard(page, 'ask')
  await newVariable(page, 'variable', 'work', 'choice')
  await write(page, 'question', words.work)
  await openCard(page, 'ask2')
  await newVariable(page, 'variable', 'day', 'date')
  await write(page, 'question', words.day)
  await page.getByTestId('rail-variables').click()
  for (const choice of ['Service', 'Tyres']) {
    await page.getByLabel('Value', { exact: true }).click()
    await page.keyboard.type(choice)
    await page.getByRole('button', { name: 'Add choice' }).click()
  }
  await page.getByTestId('rail-variables').click()
  await openCard(page, 'book')
  await field(page, 'service').locator('select').selectOption('{{ work }}')
  await field(page, 'date').locator('select').selectOption('day')
  await newVariable(page, 'time', 'time', 'time')
  await write(page, 'confirmed', words.booked)
  await openCard(page, 'say')
  await write(page, 'text', words.sorry)
  await openCard(page, 'transfer')
  await field(page, 'destination').locator('select').selectOption('colleague')
  await write(page, 'text', words.transfer)
  await openCard(page, 'anywhere')
  const person = wishes[3]
  if (person) await newWish(page, person)
  for (const [id, text] of [
    ['end', words.bye],
    ['end2', words.promised],
    ['end3', words.silence],
  ] as const) {
    await openCard(page, id)
    await write(page, 'text', text)
  }
  await field(page, 'outcome').locator('select').selectOption('silent')
  for (const connection of connections) await connect(page, connection)

  await expectServiceDesk(page)
  await page.getByTestId('problem-count').click()
  await expect(page.getByTestId('panel-problems').locator('[data-testid^=problem-]')).toHaveCount(0)
  await page.getByTestId('rail-problems').click()

  const drawn = await storedDraft(page)
  await pressThrough(page, 'undo')
  await expect.poll(() => storedDraft(page)).toEqual(empty)
  await pressThrough(page, 'redo')
  await expect.poll(() => storedDraft(page)).toEqual(drawn)

  const transcript = page.getByTestId('text-transcript')
  await page.getByTestId('test').click()
  await page.getByTestId('text-start').click()
  await expect(transcript).toContainText('What can I do for you?')
  await say(page, 'do you sell used cars')
  await page.getByTestId('answer-noAnswer').click()
  await page.getByTestId('answer-nobody').click()
  await expect(transcript).toContainText('A colleague will call you.')
  await expect(page.getByTestId('text-outcome')).toHaveAttribute('data-outcome', 'completed')
  await page.getByTestId('text-again').click()
  await say(page, 'book a service')
  await say(page, 'new tyres')
  await say(page, 'tomorrow')
  await page.getByTestId('answer-free').click()
  await say(page, 'yes please')
  await page.getByTestId('answer-booked').click()
  await expect(transcript).toContainText('Your car is booked in for')
  await expect(page.getByTestId('text-outcome')).toHaveAttribute('data-outcome', 'completed')
  await browser.close()
})
