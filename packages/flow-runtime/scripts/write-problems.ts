import { writeFileSync } from 'node:fs'
import { problemsPage } from '../src/check/problems-page.ts'

/** Writes docs/problems.md; a test says when it is stale. */
writeFileSync(new URL('../../../docs/problems.md', import.meta.url), problemsPage())
