import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { EngineAdapterFactory } from './adapter.mjs'

const moduleName = '@prisma/schema-engine-wasm/schema_engine_bg'

/** The engine on a database. `datamodels` are pairs of path and content. */
export async function openEngine(connection, datamodels) {
  load()
  const factory = bindMigrationAwareSqlAdapterFactory(new EngineAdapterFactory(connection))
  return bindings.SchemaEngine.new({ datamodels }, () => {}, factory)
}

/** The package's own entry imports the .wasm file as a module, which Node does only with a flag. */
function load() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => process.stderr.write(`${JSON.stringify({ level: 'ERROR', fields: { message, is_panic: true } })}\n`),
  }
  const file = fileURLToPath(import.meta.resolve(moduleName)).replace(/\.js$/, '.wasm')
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
}
