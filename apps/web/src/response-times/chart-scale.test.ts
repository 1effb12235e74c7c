import { expect, it } from 'vitest'
import { axisMarks, unbrokenRuns } from './chart-scale.ts'

it('marks an axis with round numbers up to its highest value', () => {
  expect(axisMarks(433)).toEqual([0, 200, 400, 600, 800])
  expect(axisMarks(1_000)).toEqual([0, 250, 500, 750, 1_000])
  expect(axisMarks(0)).toEqual([0, 0.25, 0.5, 0.75, 1])
})

it('breaks a line where nothing was measured', () => {
  expect(unbrokenRuns([null, 1, 2, null, null, 3])).toEqual([[1, 2], [3]])
  expect(unbrokenRuns([null])).toEqual([])
})
