import { run } from './run.ts'

/** The command line: ends the process with 0, 1 (failed or missing) or 2 (not understood). */
export async function main(args: readonly string[]): Promise<never> {
  const code = await run(args)
  // A process that ends at once would cut off what a pipe has not taken yet.
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()))
  process.exit(code)
}
