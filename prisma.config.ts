import path from 'node:path'
import { defineConfig } from 'prisma/config'

// The native schema engine is never downloaded: this stand-in speaks its protocol over the WebAssembly build.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'packages/db/bin/schema-engine.mjs')

const url = process.env.DATABASE_ADMIN_URL ?? process.env.DATABASE_URL

export default defineConfig({
  schema: path.join(import.meta.dirname, 'prisma/schema.prisma'),
  migrations: { path: path.join(import.meta.dirname, 'prisma/migrations'), seed: 'node --import tsx prisma/seed.ts' },
  ...(url ? { datasource: { url } } : {}),
})
