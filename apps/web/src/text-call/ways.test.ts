import type { InputStep } from '@parley/flow-runtime/scenarios'
import { expect, test } from 'vitest'
import { firstWay, goBack, goOn, stepsOf } from './ways.ts'

const say = (contact: string): InputStep => ({ contact })

test('going back keeps both ways, and a way that is there already is not made twice', () => {
  const one = ['book', 'tuesday', 'three'].reduce((ways, words) => goOn(ways, say(words)), firstWay)
  const two = goOn(goBack(one, 1), say('friday'))
  expect(two.all.map(({ steps }) => steps)).toEqual([
    [say('book'), say('tuesday'), say('three')],
    [say('book'), say('friday')],
  ])
  expect(stepsOf(two)).toEqual([say('book'), say('friday')])
  expect(goBack({ ...two, active: 1 }, 3)).toMatchObject({ all: two.all, active: 1, stopAt: 3 })
  expect(two.stopAt).toBeUndefined()
})
