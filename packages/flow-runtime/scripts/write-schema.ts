import { writeFileSync } from 'node:fs'
import { jsonSchema } from '../src/json-schema.ts'

/** Writes docs/flow.schema.json; a test says when it is stale. */
writeFileSync(new URL('../../../docs/flow.schema.json', import.meta.url), `${JSON.stringify(jsonSchema(), null, 2)}\n`)
