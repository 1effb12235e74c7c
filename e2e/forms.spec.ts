/// <reference lib="dom" />
import { expect, test } from '@playwright/test'
import { openBrowser, signedInPage } from './browser.ts'

const bookings = [
  'I would like to book a visit',
  'can I make an appointment',
  'book me in for tomorrow',
  'I need to see the dentist',
  'do you have a free time this week',
]
const cancellations = [
  'I have to cancel my visit',
  'please cancel my appointment',
  'call off the appointment',
  'I cannot come tomorrow, cancel it',
  'can I make an appointment',
]

test('a text gets a variable by completion, its error is put right, it is heard, and samples show what they are mistaken for', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await page.getByTestId('new-flow').click()
  await page.getByTestId('flow-name-input').fill('Forms that help')
  await page.locator('label', { has: page.getByTestId('start-empty') }).click()
  await page.getByTestId('create-flow').click()
  await page.waitForURL('**/flows/*')
  if (!(await page.getByTestId('panel-add').isVisible())) await page.getByTestId('rail-add').click()
  await page.getByTestId('palette-ask').click()
  const variable = page.getByTestId('field-variable').locator('select')
  await variable.selectOption('\n')
  await page.getByTestId('new-variable-name').fill('day')
  await page.getByTestId('new-variable-type').selectOption('date')
  await page.getByTestId('new-variable-add').click()

  const question = page.getByTestId('field-question')
  const words = question.locator('textarea')
  await words.focus()
  await page.keyboard.type('Is {da')
  await expect(page.getByTestId('offer-day')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(words).toHaveValue('Is {{ day }}')
  await page.keyboard.type(' fine, or {{ dey }}?')
  await page.getByTestId('take-better').click()
  await expect(words).toHaveValue('Is {{ day }} fine, or {{ day }}?')
  await expect(page.getByTestId('faults')).toHaveCount(0)
  await expect(question.getByTestId('spoken-form')).toContainText(/Is \w+day, \w+ \d+ fine/)
  await question.getByTestId('play-words').click()
  await expect(question.getByTestId('play-words')).toHaveAttribute('data-phase', 'playing')

  await page.getByTestId('rail-intents').click()
  const panel = page.getByTestId('panel-intents')
  for (const [name, lines] of Object.entries({ book: bookings, cancel: cancellations })) {
    await panel.getByLabel('Name, for example book').fill(name)
    await panel.getByRole('button', { name: 'Add intent' }).click()
    const adding = panel.getByTestId(`samples-of-${name}`).getByTestId('add-sample')
    await adding.evaluate((element, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text', text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, lines.join('\n'))
    await expect(panel.getByTestId(`samples-of-${name}`).locator('[data-sample]')).toHaveCount(lines.length)
  }
  await expect(panel.getByTestId('samples-of-cancel')).toContainText('book has this sentence too')
  await expect(panel.getByTestId('confused-cancel-book')).toContainText('can I make an appointment')
  await panel.getByTestId('confused-cancel-book').getByRole('button', { name: 'Go to “can I make an appointment”' }).click()
  await expect(page.locator('[data-sample="cancel can I make an appointment"]')).toBeFocused()

  await panel.getByTestId('try-sentence').getByRole('textbox').fill('I must call off my visit')
  await page.keyboard.press('Enter')
  await expect(panel.getByTestId('understood')).toContainText('Heard as cancel')
  await browser.close()
})
