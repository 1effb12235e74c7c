import { variableDeclaration } from '@parley/flow-runtime'
import { expect, test } from 'vitest'
import { askedInExpression, askedInText, takeInExpression, takeInText } from './asked.ts'
import { rankOffers } from './rank-offers.ts'
import { textMarks, withBetter } from './text-marks.ts'

/** The caret is where the bar `¦` stands. */
const inText = (marked: string) => {
  const caret = marked.indexOf('¦')
  const text = marked.replace('¦', '')
  return { text, asked: askedInText(text, caret) }
}

test('one brace asks for a name, a bar for its form, and what is taken gets its braces once', () => {
  for (const marked of ['On {¦', 'On {{¦', 'On {{ d¦', 'On {{ d¦ }}', 'On {d¦', 'On {{ d¦ay }}']) {
    const { text, asked } = inText(marked)
    if (!asked) throw new Error(marked)
    expect(takeInText(text, asked, 'day').text, marked).toBe('On {{ day }}')
  }
  const { text, asked } = inText('On {{ day | w¦ }}.')
  expect(asked).toMatchObject({ kind: 'form', words: 'w', expression: 'day' })
  expect(asked && takeInText(text, asked, 'weekday')).toEqual({ text: 'On {{ day | weekday }}.', caret: 22 })
  expect(inText('On {{ day }}¦').asked).toBeUndefined()
  expect(inText('On Monday¦').asked).toBeUndefined()
})

test('an expression asks for a name where one begins, for a comparison behind one, and for nothing inside a text', () => {
  const take = (text: string, insert: string) => {
    const asked = askedInExpression(text, text.length)
    return asked && [asked.kind, takeInExpression(text, asked, insert).text]
  }
  expect(take('', 'party')).toEqual(['name', 'party'])
  expect(take('party > 6 && kno', 'known.day')).toEqual(['name', 'party > 6 && known.day'])
  expect(take('party ', '> ')).toEqual(['operator', 'party > '])
  expect(take('place == "ter', '"terrace"')).toEqual(['name', 'place == "terrace"'])
  expect(take('party > 6', 'x')).toBeUndefined()
  expect(take('name == "Doctor Wh', 'x')).toBeUndefined()
})

test('offers that begin with what was typed come first, whatever its accents', () => {
  const offers = [{ id: 'holiday' }, { id: 'day' }, { id: 'x', detail: 'Le détail' }].map((offer) => ({ insert: offer.id, ...offer }))
  expect(rankOffers(offers, 'da').map(({ id }) => id)).toEqual(['day', 'holiday'])
  expect(rankOffers(offers, 'detail').map(({ id }) => id)).toEqual(['x'])
  expect(rankOffers(offers, 'day').map(({ id }) => id)).toEqual(['holiday'])
})

test('a text is cut where it fills something in; an unknown name is told with the one it stands for', () => {
  const variables = [variableDeclaration.parse({ name: 'day', type: 'date' })]
  const text = 'On {{ day }} or {{ dey | weekday }}, {{'
  const { marks, faults } = textMarks(text, variables, ['day'])
  expect(marks.map(({ words }) => words).join('')).toBe(text)
  expect(marks.map(({ kind }) => kind)).toEqual(['words', 'value', 'words', 'wrong', 'words', 'wrong'])
  const unknown = faults.find(({ reason }) => reason === 'unknownName')
  expect(unknown).toMatchObject({ name: 'dey', better: 'day' })
  expect(unknown && withBetter(text, unknown)).toBe('On {{ day }} or {{ day | weekday }}, {{')
  expect(faults.some(({ reason }) => reason === 'braces')).toBe(true)
})
