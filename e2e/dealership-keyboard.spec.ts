/// <reference lib="dom" />
import { expect, type Page, test } from '@playwright/test'
import { openBrowser, signedInPage } from './browser.ts'
import { connections, expectServiceDesk, storedDraft, wishes, words } from './dealership.ts'
import { choose, focusedCard, press, tabTo } from './keys.ts'

const field = (page: Page, name: string) => page.getByTestId('inspector').getByTestId(`field-${name}`)
const onCard = (page: Page, id: string) => expect(focusedCard(page)).toHaveAttribute('data-id', id)

/** What to type for an outcome, where its name on the card is another one. */
const outcomeNames: Readonly<Record<string, string>> = {
  noMatch: 'Not und',
  silent: 'Silen',
  done: 'Answ',
  next: 'Then',
  noTimes: 'No free',
  unknown: 'No answer',
}
/** What to type for a node that shares its name with others. */
const toWords: Readonly<Record<string, string>> = {
  ask2: 'which day',
  end: 'for calling',
  end2: 'will call you',
  end3: 'cannot hear',
}

/** The command palette: to a node that is there. */
async function goTo(page: Page, id: string) {
  if ((await page.locator(`.react-flow__node[data-id="${id}"]:focus`).count()) > 0) return
  await press(page, 'Control+k')
  await choose(page, 'command-palette', `go to ${id}`)
  await onCard(page, id)
}

/** A: a next node after the first open outcome of this one. */
async function addAfter(page: Page, type: string, id: string) {
  await press(page, 'a')
  await choose(page, 'node-picker', type)
  await onCard(page, id)
}

/** C: by which outcome, then to which node; here by the words of a node, which no other says. */
async function connect(page: Page, from: string, outcome: string, to: string) {
  await goTo(page, from)
  await press(page, 'c')
  await choose(page, 'connect-picker', outcome)
  await choose(page, 'connect-picker', to)
}

/** Enter: the first field of the card's settings. */
async function openSettings(page: Page) {
  await press(page, 'Enter')
  await expect(page.getByTestId('inspector').locator(':focus')).toBeVisible()
}

/** In the settings: Tab to each text; the words come all at once, which takes less time. */
async function write(page: Page, texts: Readonly<Record<string, string>>) {
  await openSettings(page)
  for (const [name, text] of Object.entries(texts)) {
    await tabTo(page, field(page, name).locator('textarea'))
    await page.keyboard.insertText(text)
  }
}

/** In a list of variables: the last entry declares a new one on the spot. */
async function newVariable(page: Page, of: string, name: string, type: string) {
  const list = field(page, of).locator('select')
  await tabTo(page, list)
  await press(page, 'End')
  await expect(page.getByTestId('new-variable-name')).toBeFocused()
  await page.keyboard.type(name)
  await press(page, 'Tab')
  await page.keyboard.type(type)
  await press(page, 'Tab', 'Enter')
  await expect(list).toBeFocused()
  await expect(list).toHaveValue(name)
}

async function newWish(page: Page, { name, samples }: (typeof wishes)[number]) {
  await tabTo(page, field(page, 'intents').getByLabel('Name, for example book'))
  await page.keyboard.type(name)
  await press(page, 'Enter')
  await tabTo(page, page.getByTestId(`samples-of-${name}`).getByTestId('add-sample'), 'Shift+Tab')
  for (const sample of samples) {
    await page.keyboard.insertText(sample)
    await press(page, 'Enter')
  }
}

/** Presses undo or redo until its button says that there is nothing more. */
async function pressThrough(page: Page, key: string, button: 'undo' | 'redo') {
  const control = page.getByTestId(button)
  for (let rounds = 0; rounds < 50 && (await control.isEnabled()); rounds++) await press(page, ...Array<string>(10).fill(key))
  await expect(control).toBeDisabled()
}

async function say(page: Page, said: string) {
  await expect(page.getByTestId('text-input')).toBeFocused()
  await page.keyboard.type(said)
  await press(page, 'Enter')
  await expect(page.getByTestId('text-transcript')).toContainText(said)
}

/** Answers for the calendar, the knowledge or a colleague: the arrowless way, by Tab. */
async function answer(page: Page, name: string) {
  await expect(page.getByTestId('answer-choices').locator(':focus')).toBeVisible()
  await tabTo(page, page.getByTestId(`answer-${name}`))
  await press(page, 'Enter')
}

test('the service desk of a dealership is drawn from nothing without a mouse, taken back, drawn again, and answers', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await tabTo(page, page.getByTestId('new-flow'))
  await press(page, 'Enter')
  await expect(page.getByTestId('flow-name-input')).toBeFocused()
  await page.keyboard.type('Service desk by keys')
  await tabTo(page, page.getByTestId('start-appointment'))
  await tabTo(page, page.getByTestId('start-empty'), 'ArrowDown')
  await press(page, 'Enter')
  await page.waitForURL('**/flows/*')
  await expect(page.getByTestId('canvas')).toBeVisible()
  const empty = await storedDraft(page)

  await addAfter(page, 'greeting', 'greeting')
  await write(page, { text: words.greeting })
  await press(page, 'Escape')
  await addAfter(page, 'what do they want', 'intent')
  await write(page, { question: words.how, reprompt: words.howAgain })
  for (const wish of wishes.slice(0, 3)) await newWish(page, wish)
  await press(page, 'Escape')
  await onCard(page, 'intent')

  await addAfter(page, 'ask', 'ask')
  await openSettings(page)
  await newVariable(page, 'variable', 'work', 'Choice')
  await press(page, 'Escape')
  await write(page, { question: words.work })
  await press(page, 'Control+k')
  await choose(page, 'command-palette', 'variables')
  await tabTo(page, page.getByTestId('panel-variables').getByLabel('Value', { exact: true }))
  for (const choice of ['Service', 'Tyres']) {
    await page.keyboard.type(choice)
    await press(page, 'Enter')
  }
  // The panel gives the keyboard back to the text it came from.
  await press(page, 'Escape')
  await expect(field(page, 'question').locator('textarea')).toBeFocused()
  await press(page, 'Escape')
  await onCard(page, 'ask')

  await addAfter(page, 'ask', 'ask2')
  await openSettings(page)
  await newVariable(page, 'variable', 'day', 'Date')
  await press(page, 'Escape')
  await write(page, { question: words.day })
  await press(page, 'Escape')
  await addAfter(page, 'book', 'book')
  await openSettings(page)
  await tabTo(page, field(page, 'service').locator('select'))
  await page.keyboard.type('{{ work')
  await tabTo(page, field(page, 'date').locator('select'))
  await page.keyboard.type('day')
  await newVariable(page, 'time', 'time', 'Time')
  await press(page, 'Escape')
  await write(page, { confirmed: words.booked })
  await press(page, 'Escape')
  await addAfter(page, 'end', 'end')
  await write(page, { text: words.bye })

  await goTo(page, 'intent')
  await addAfter(page, 'answer', 'answer')
  await goTo(page, 'intent')
  await addAfter(page, 'say', 'say')
  await write(page, { text: words.sorry })
  await press(page, 'Escape')
  await addAfter(page, 'transfer', 'transfer')
  await openSettings(page)
  await tabTo(page, field(page, 'destination').locator('select'))
  await page.keyboard.type('A colleague')
  await press(page, 'Escape')
  await write(page, { text: words.transfer })
  await press(page, 'Escape')
  await addAfter(page, 'end', 'end2')
  await write(page, { text: words.promised })
  await connect(page, 'intent', 'silence', 'add end')
  await onCard(page, 'end3')
  await write(page, { text: words.silence })
  await tabTo(page, field(page, 'outcome').locator('select'))
  await page.keyboard.type('The caller')
  await press(page, 'Escape')
  // An end has no outcome: the next node stands by itself.
  await addAfter(page, 'anywhere', 'anywhere')
  await openSettings(page)
  const person = wishes[3]
  if (person) await newWish(page, person)
  await press(page, 'Escape')

  await expect(page.getByTestId('save-status')).toHaveAttribute('data-status', 'saved')
  const { edges } = await storedDraft(page)
  const isDrawn = ({ from, outcome }: (typeof connections)[number]) =>
    edges.some(({ source, sourceHandle }) => source === from && sourceHandle === outcome)
  for (const { from, outcome, to } of connections.filter((one) => !isDrawn(one)))
    await connect(page, from, outcomeNames[outcome] ?? outcome, toWords[to] ?? to)
  await expectServiceDesk(page)
  await expect(page.getByTestId('problem-count')).toContainText('No problems')

  const drawn = await storedDraft(page)
  await pressThrough(page, 'Control+z', 'undo')
  await expect.poll(() => storedDraft(page)).toEqual(empty)
  await pressThrough(page, 'Control+Shift+z', 'redo')
  await expect.poll(() => storedDraft(page)).toEqual(drawn)

  await press(page, 'Control+k')
  await choose(page, 'command-palette', 'test')
  await expect(page.getByTestId('text-start')).toBeFocused()
  await press(page, 'Enter')
  const transcript = page.getByTestId('text-transcript')
  await expect(transcript).toContainText('What can I do for you?')
  await say(page, 'do you sell used cars')
  await answer(page, 'noAnswer')
  await answer(page, 'nobody')
  await expect(transcript).toContainText('A colleague will call you.')
  await expect(page.getByTestId('text-outcome')).toHaveAttribute('data-outcome', 'completed')
  await tabTo(page, page.getByTestId('text-again'))
  await press(page, 'Enter')
  await say(page, 'book a service')
  await say(page, 'new tyres')
  await say(page, 'tomorrow')
  await answer(page, 'free')
  await say(page, 'yes please')
  await answer(page, 'booked')
  await expect(transcript).toContainText('Your car is booked in for')
  await expect(page.getByTestId('text-outcome')).toHaveAttribute('data-outcome', 'completed')
  await browser.close()
})

test('no key goes astray on a page that is drawn late', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await tabTo(page, page.getByTestId('new-flow'))
  await press(page, 'Enter')
  await page.keyboard.type('Late frames')
  await tabTo(page, page.getByTestId('start-appointment'))
  await tabTo(page, page.getByTestId('start-empty'), 'ArrowDown')
  await press(page, 'Enter')
  await page.waitForURL('**/flows/*')
  await expect(page.getByTestId('canvas')).toBeVisible()
  await addAfter(page, 'ask', 'ask')
  await openSettings(page)
  await newVariable(page, 'variable', 'day', 'Date')
  const words = field(page, 'question').locator('textarea')
  await tabTo(page, words)
  await page.evaluate(() => {
    const draw = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (act) => window.setTimeout(() => draw(act), 500)
  })

  await page.keyboard.type('Is  fine?')
  await press(page, ...Array<string>(' fine?'.length).fill('ArrowLeft'))
  await page.keyboard.type('{da')
  await expect(page.getByTestId('offer-day')).toBeVisible()
  await press(page, 'Enter')
  await page.keyboard.type(' really')
  await expect(words).toHaveValue('Is {{ day }} really fine?')

  await press(page, 'Control+k')
  await choose(page, 'command-palette', 'variables')
  await press(page, 'Tab')
  await expect(page.getByTestId('panel-variables').locator(':focus')).toBeVisible()
  await press(page, 'Escape')
  await expect(words).toBeFocused()
  await browser.close()
})
