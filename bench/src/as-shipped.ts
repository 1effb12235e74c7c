import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { z } from 'zod'
import type { Figures } from './benchmarks.ts'

const figures = z.record(z.string(), z.object({ value: z.number(), unit: z.string() }))
const here = import.meta.dirname

/**
 * Runs a measurement as the product ships, bundled and in a process of its own: what runs sources straight away slows every closure.
 * @param module file beside this one, without its ending; exports `measure(onProgress)`
 */
export async function measureAsShipped(module: string, onProgress: (line: string) => void): Promise<Figures> {
  // Inside the package, so that third-party packages are found.
  const folder = await mkdtemp(path.join(here, '../.bundle-'))
  try {
    const outfile = path.join(folder, 'main.mjs')
    const main = `import { measure } from './${module}.ts'
      console.log(JSON.stringify(await measure((line) => console.error(line))))`
    await build({
      stdin: { contents: main, resolveDir: here, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'warning',
      banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url)" },
      external: ['@microsoft/*'],
    })
    return figures.parse(JSON.parse(await outputOf(outfile, onProgress)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function outputOf(program: string, onProgress: (line: string) => void): Promise<string> {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe'] })
  createInterface({ input: child.stderr }).on('line', onProgress)
  const output: string[] = []
  child.stdout.setEncoding('utf8').on('data', (part: string) => output.push(part))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(output.join('')) : reject(new Error(`The measurement ended with ${code}.`))))
  })
}
