import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nodeTypes } from './index.ts'
import { nodeTypesPage } from './node-types-page.ts'

test('docs/node-types.md is fresh (npm run --silent node-types)', () => {
  const page = nodeTypesPage()
  expect(readFileSync(new URL('../../../../docs/node-types.md', import.meta.url), 'utf8')).toBe(page)
  expect([...page.matchAll(/^### .+ \(`(\w+)`\)$/gm)].map(([, type = '']) => type).sort()).toEqual(Object.keys(nodeTypes).sort())
})
