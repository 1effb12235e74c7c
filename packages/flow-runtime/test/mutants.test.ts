import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mutants } from './mutants.ts'

/** `npm run mutants` runs the properties on each; here only that each still takes something out. */
test.each(mutants)('$name takes out one line of the interpreter', ({ file, without, instead }) => {
  const code = readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8')
  expect(code.split(without)).toHaveLength(2)
  expect(instead).not.toBe(without)
})
