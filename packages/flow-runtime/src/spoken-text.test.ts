import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spokenText } from './spoken-text.ts'

describe('what a model writes becomes what can be said', () => {
  test.each([
    ['**Sure!** I *can* do `that`.', 'Sure! I can do that.'],
    ['# Opening hours\n\n- Monday\n- Tuesday\n* Friday.', 'Opening hours, Monday, Tuesday, Friday.'],
    ['1. Call us\n2. Wait', 'Call us, Wait'],
    ['See [our page](https://www.dent.example/a?b=c "x").', 'See our page.'],
    ['See https://user@www.dent.example:8080/a/b?c=d#e.', 'See dent.example'],
    ['Great 😀👍🏽🇫🇷!', 'Great!'],
    ['Before ```js\nconst a = 1\n``` after.', 'Before after.'],
    ['<speak><break time="1s"/>Hello &amp; <b>welcome</b></speak>', 'Hello and welcome'],
    ['&lt;script&gt;Hello', 'Hello'],
    ['Hello 你好 and привет!', 'Hello and!'],
    ['a\u0000b\u0007c\u200bd', 'a b c d'],
    ['| Day | Hour |\n|---|---|\n| Mon | 9 |', 'Day, Hour, Mon, 9'],
    ['Wait... what??', 'Wait. what?'],
    ['你好', ''],
    ['---', ''],
    ['```\nno end', ''],
  ])('%j', (written, said) => expect(spokenText(written, 'en')).toBe(said))

  test('in French the spaces before ; : ! ? stay, and "&" is a word', () => {
    expect(spokenText('**Bonjour** ! Ça va ? Dupont & fils : 12,50 €.', 'fr')).toBe('Bonjour ! Ça va ? Dupont et fils : 12,50 €.')
  })

  test('10,000 characters take no time', () => {
    const startedAt = performance.now()
    for (const piece of ['**a ', '<', '[x](', '`', '&amp;', '_ ', 'a@b.', '| ', 'http://a', '\n- ']) spokenText(piece.repeat(10_000), 'en')
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})

const marks = fc.constantFrom(
  '**',
  '_',
  '`',
  '```',
  '<b>',
  '</b>',
  '[',
  '](http://x.example)',
  '&lt;',
  '&amp;',
  '\n- ',
  '\n',
  '😀',
  '# ',
  '|',
  '…',
  ' ',
  'é',
  '.',
  ', ',
)
const written = fc
  .array(fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 6 }), fc.lorem({ maxCount: 2 })), { maxLength: 30 })
  .map((parts) => parts.join(''))
const language = fc.constantFrom('en' as const, 'fr' as const)

test('whatever is written: nothing that cannot be said is left, and saying it again changes nothing', () => {
  fc.assert(
    fc.property(written, language, (text, spoken) => {
      const said = spokenText(text, spoken)
      expect(said).not.toMatch(/[*`<>{}|\\\p{Extended_Pictographic}\p{Cc}]/u)
      expect(said).not.toMatch(/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u)
      expect(said).not.toMatch(/^\s|\s$|\s\s/)
      expect(said === '' || /[\p{L}\p{N}]/u.test(said)).toBe(true)
      expect(spokenText(said, spoken)).toBe(said)
    }),
    { numRuns: 500 },
  )
})

test('plain sentences stay as they are', () => {
  for (const text of ['Vous êtes toujours là ?', "I have noted: Ann's number is 06 12. Is that right?", 'C’est 12,50 € – d’accord ?'])
    expect(spokenText(text, 'fr')).toBe(text)
})
