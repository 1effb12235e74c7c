import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

/**
 * Bundles the node program of the package it is called in to dist/main.js: our own packages inlined, third-party packages left outside.
 * A package with Temporal workflows also gets dist/workflow-bundle.js, so that its worker does not compile them at every start.
 */
const folder = process.cwd()
const entry = ['src/main.ts', 'worker.ts'].map((file) => path.join(folder, file)).find((file) => existsSync(file))
if (!entry) {
  console.error(`Nothing to bundle in ${folder}: neither src/main.ts nor worker.ts is there.`)
  process.exit(1)
}

const thirdPartyOutside = {
  name: 'third-party-outside',
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
      kind === 'entry-point' || name.startsWith('@parley/') ? undefined : { path: name, external: true },
    )
  },
}

const dist = path.join(folder, 'dist')
await rm(dist, { recursive: true, force: true })
await build({
  entryPoints: [entry],
  outfile: path.join(dist, 'main.js'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [thirdPartyOutside],
}).catch(() => process.exit(1)) // esbuild has said what is wrong and where

const workflows = ['workflows/index.ts', 'workflows.ts'].map((file) => path.join(folder, file)).find((file) => existsSync(file))
if (workflows) {
  const { bundleWorkflowCode } = await import('@temporalio/worker')
  const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error }
  const { code } = await bundleWorkflowCode({ workflowsPath: workflows, logger: quiet })
  await mkdir(dist, { recursive: true })
  await writeFile(path.join(dist, 'workflow-bundle.js'), code)
}
