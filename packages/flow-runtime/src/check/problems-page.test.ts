import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ProblemCode, problemCatalogue } from './catalogue/problem-catalogue.ts'
import { problemOf } from './finding.ts'
import { problemsPage } from './problems-page.ts'

test('docs/problems.md is fresh (npm run --silent problems)', () => {
  expect(readFileSync(new URL('../../../../docs/problems.md', import.meta.url), 'utf8')).toBe(problemsPage())
})

test('every sentence names the same values in both languages and leaves no hole', () => {
  for (const [code, { message }] of Object.entries(problemCatalogue)) {
    const valuesIn = (sentence: string) => [...sentence.matchAll(/(?<!\{)\{(\w+)\}/g)].map(([, name = '']) => name).sort()
    expect([code, valuesIn(message.fr)]).toEqual([code, valuesIn(message.en)])
  }
  const codes: ProblemCode[] = ['CALL_TOO_LONG', 'TEMPLATE_BROKEN']
  for (const code of codes)
    expect(problemOf({ code, values: { minutes: '12', limit: '10', words: 'x' } }, 'fr').message).not.toContain('undefined')
})
