import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Figures } from './benchmarks.ts'

/** What the flow runtime with its dependencies adds to a page: bundled for browsers, minified, gzipped; thousands of bytes. */
export async function size(): Promise<Figures> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(import.meta.resolve('@parley/flow-runtime'))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
  })
  const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0)
  return { flowRuntimeGzipKb: { value: Math.round(bytes / 100) / 10, unit: 'kB' } }
}
