import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClauseCutter } from './clauses.ts'

/** The clauses of a text that comes in one character after the other. */
function cut(text: string, language: 'en' | 'fr' = 'en'): string[] {
  const cutter = createClauseCutter(language)
  return [...[...text].flatMap((character) => cutter.add(character)), ...cutter.end()]
}

describe('clauses', () => {
  it('end with sentences and lines; the first also at an early comma', () => {
    expect(cut('Good morning. How are you? Fine!')).toEqual(['Good morning.', 'How are you?', 'Fine!'])
    expect(cut('Thank you very much, I look at it now, and tell you.')).toEqual(['Thank you very much,', 'I look at it now, and tell you.'])
    expect(cut('One\n\nTwo\nThree')).toEqual(['One', 'Two', 'Three'])
    expect(cut('Yes, of course.')).toEqual(['Yes, of course.'])
    expect([cut('No. Not yet.'), cut('Oui. Bien sûr.', 'fr')]).toEqual([
      ['No.', 'Not yet.'],
      ['Oui.', 'Bien sûr.'],
    ])
  })

  it('have no end in numbers, after abbreviations and within quotes, brackets and code', () => {
    for (const whole of [
      'It is 3.50 euros at 12,000 or 3, 4, 5 each',
      'Ask Dr. Smith at St. Mary about J. Doe e.g. at 5 p.m. today',
      'He said "Wait. I come!" and (I think. So) left',
      '1. Call us',
      'Room No. 5',
      'Run ```a. b\nc. d``` now',
    ])
      expect(cut(whole)).toEqual([whole])
    expect(cut('Demandez à M. Dupont ou Mme. Durand, au n. 3. « Venez ! » dit-il.', 'fr')).toEqual([
      'Demandez à M. Dupont ou Mme. Durand,',
      'au n. 3.',
      '« Venez ! » dit-il.',
    ])
    expect(cut('He said “Come.” Then he left.')).toEqual(['He said “Come.”', 'Then he left.'])
  })

  it('are given out as soon as they are complete', () => {
    const cutter = createClauseCutter('en')
    expect(cutter.add('Hello. ')).toEqual(['Hello.'])
    expect(cutter.add('It is 3.')).toEqual([])
    expect(cutter.add('5 euros. And')).toEqual(['It is 3.5 euros.'])
    expect(cutter.end()).toEqual(['And'])
  })

  it('of a text without any end are cut between words', () => {
    const clauses = cut('never ending '.repeat(60))
    expect(clauses.length).toBeGreaterThan(2)
    for (const clause of clauses) expect(clause.length).toBeLessThanOrEqual(240)
  })

  it('lose no letter, however the text comes in', () => {
    const written = fc.array(fc.constantFrom('a', 'Mr', '3', '.', ', ', ' ', '"', '(', ')', '?', '\n', '```', '«', '»', 'word '), {
      maxLength: 120,
    })
    fc.assert(
      fc.property(written, (pieces) => {
        const cutter = createClauseCutter('en')
        const clauses = [...pieces.flatMap((piece) => cutter.add(piece)), ...cutter.end()]
        const letters = (text: string) => text.replace(/\s/g, '')
        expect(letters(clauses.join(''))).toBe(letters(pieces.join('')))
      }),
      { numRuns: 300 },
    )
  })
})
