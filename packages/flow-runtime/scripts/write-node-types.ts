import { writeFileSync } from 'node:fs'
import { nodeTypesPage } from '../src/nodes/node-types-page.ts'

/** Writes docs/node-types.md; a test says when it is stale. */
writeFileSync(new URL('../../../docs/node-types.md', import.meta.url), nodeTypesPage())
