#!/usr/bin/env node
// Stand-in for Prisma's native schema engine, which would be a download: the same arguments and the same JSON-RPC over
// standard input and output, backed by the WebAssembly build and node-postgres. prisma.config.ts points the CLI here.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { connectionOf } from './schema-engine/connection.mjs'
import { runCommand } from './schema-engine/database-commands.mjs'
import { openEngine } from './schema-engine/engine.mjs'
import { serve } from './schema-engine/serve.mjs'

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { datasource: { type: 'string' }, datamodels: { type: 'string', multiple: true }, version: { type: 'boolean' } },
})

if (values.version) {
  console.log(`schema-engine-wasm ${process.version}`)
} else {
  const { url } = JSON.parse(values.datasource ?? '{}')
  const connection = connectionOf(url ?? 'postgresql://postgres@127.0.0.1:5432/postgres')
  if (positionals[0] === 'cli') {
    await runCommand(positionals[1], connection)
  } else {
    const datamodels = values.datamodels?.map((path) => [path, readFileSync(path, 'utf8')])
    await serve(() => openEngine(connection, datamodels))
  }
  // An idle pool would keep the process for ten seconds.
  process.exit()
}
