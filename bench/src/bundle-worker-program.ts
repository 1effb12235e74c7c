import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '@parley/tools'
import { build } from 'esbuild'

const worker = path.join(repositoryRoot, 'apps/worker')

/** A program of apps/worker/test bundled as the worker ships, in a folder of its own that `remove` deletes. */
export async function bundleWorkerProgram(name: string): Promise<{ folder: string; file: string; remove(): Promise<void> }> {
  // Inside the package, so that third-party packages are found.
  const folder = await mkdtemp(path.join(worker, `node_modules/.${name}-`))
  const file = path.join(folder, 'main.mjs')
  await build({
    entryPoints: [path.join(worker, 'test', `${name}.ts`)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    plugins: [
      {
        name: 'third-party-outside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path: called, kind }) =>
            kind === 'entry-point' || called.startsWith('@parley/') ? undefined : { path: called, external: true },
          ),
      },
    ],
  })
  return { folder, file, remove: () => rm(folder, { recursive: true, force: true }) }
}
