import { expect, test } from 'vitest'
import type * as z from 'zod'
import { knownTexts } from '../../known-texts.ts'
import { drawn, scenario, slots } from '../../scenario.ts'
import type { askConfig } from './ask-config.ts'

const end = ['end', {}] as ['end', object]
const flowOf = (data: z.input<typeof askConfig>) =>
  drawn(
    {
      ask: ['ask', { variable: 'patient', question: 'Your name?', ...data }, { done: 'done', noMatch: 'lost', silent: 'lost' }],
      done: end,
      lost: end,
    },
    { variables: [{ name: 'patient', type: 'personName' }], languages: ['en', 'fr'] },
  )
const no = slots({ _confirmed: false })

test('letters are waited for with patience', () => {
  const { expectation } = scenario(flowOf({ spelled: true })).awaited('listen')
  expect(expectation).toMatchObject({ kind: 'personName', patience: 'long' })
  expect(expectation.hints).toEqual(expect.arrayContaining(['A', 'Z', 'double']))
  expect(scenario(flowOf({})).awaited('listen').expectation).not.toHaveProperty('patience')
})

test('letters are put together by the engine, never kept as they were said', () => {
  const call = scenario(flowOf({ spelled: true })).says('D U P O N')
  expect(call.state()).toMatchObject({ at: 'ask', local: { tries: 1 } })
  expect(call.says('D U P O N T', slots({ patient: 'Dupont' })).state().variables).toEqual({ patient: 'Dupont' })
})

test('a name that was misheard is asked to be spelled, and read back letter by letter', () => {
  const call = scenario(flowOf({ confirm: true }), { language: 'fr' }).says('Dupond', slots({ patient: 'Dupond' }))
  expect(call.words()).toBe("Dupond. C'est bien cela ?")
  call.says('non', no)
  expect(call.words()).toBe("Pouvez-vous l'épeler, lettre par lettre ?")
  expect(call.awaited('listen').expectation.patience).toBe('long')
  expect(call.decisions()[0]?.why).toEqual({ code: 'nameToBeSpelled' })
  expect(call.silent().words()).toBe("Vous êtes toujours là ? Pouvez-vous l'épeler, lettre par lettre ?")
  call.says('D U P O N T', slots({ patient: 'Dupont' }))
  expect(call.words()).toMatch(/^Dupont, .*C'est bien cela/)
  expect(call.says('oui', slots({ _confirmed: true })).state().variables).toEqual({ patient: 'Dupont' })
})

test('"no, Ada" corrects without spelling; names refused again and again leave by noMatch', () => {
  const confirming = () => scenario(flowOf({ confirm: true, maxTries: 2 })).says('Ida', slots({ patient: 'Ida' }))
  const corrected = confirming().says('no, Ada', { slots: [...(no.slots ?? []), ...(slots({ patient: 'Ada' }).slots ?? [])] })
  expect(corrected.words()).toBe('Ada. Is that right?')
  const twice = confirming()
    .says('no', no)
    .says('I D A', slots({ patient: 'Ida' }))
    .says('no', no)
  expect(twice.state().at).toBe('lost')
})

test('what asks to spell is known beforehand', () => {
  expect(knownTexts(flowOf({ confirm: true }), 'en')).toContain('Please spell it for me, letter by letter.')
})
