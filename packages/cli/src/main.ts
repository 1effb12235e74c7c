import { run } from './run.ts'

/** The command line: ends the process with 0, 1 (failed or missing) or 2 (not understood). */
export async function main(args: readonly string[]): Promise<never> {
  // Whoever reads the output may have read enough: `parley … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const code = await run(args)
  // A process that ends at once would cut off what a pipe has not taken yet.
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()))
  process.exit(code)
}
