import { expect, it } from 'vitest'
import { numberRows } from './number-rows.ts'

it('takes the first cell of each line, whatever ends lines and cells', () => {
  expect(numberRows('\uFEFF"+33 6 11 11 11 11";Ada\r\n0622222222,Bob\n\n+33633333333\tEve\n\n')).toEqual([
    '+33 6 11 11 11 11',
    '0622222222',
    '',
    '+33633333333',
  ])
  expect(numberRows(' \n')).toEqual([])
})
