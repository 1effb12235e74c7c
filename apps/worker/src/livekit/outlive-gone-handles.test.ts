import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { outliveGoneHandles } from './outlive-gone-handles.ts'

test('memory of a room that is given back twice ends no calls; any other error ends the process', () => {
  const fake = new EventEmitter()
  const happened: unknown[] = []
  outliveGoneHandles(
    () => happened.push('gone'),
    (error) => happened.push(error),
    fake,
  )
  const other = new TypeError('x is not a function')
  fake.emit('uncaughtException', new Error('trying to drop an invalid handle'))
  fake.emit('uncaughtException', other)
  expect(happened).toEqual(['gone', other])
})
