import { InputError, UsageError } from './cli-error.ts'
import { commands, help } from './command-table.ts'
import { parseArguments } from './parse-arguments.ts'

/** The command line: ends the process with 0, 1 (failed or missing) or 2 (not understood). */
export async function main(args: readonly string[]): Promise<never> {
  if (['--help', '-h', 'help'].includes(args[0] ?? '') || args.includes('--help')) {
    process.stdout.write(help)
    process.exit(0)
  }
  const length = [2, 1].find((words) => Object.hasOwn(commands, args.slice(0, words).join(' ')))
  const command = length === undefined ? undefined : commands[args.slice(0, length).join(' ')]
  if (!command) {
    process.stderr.write(args.length > 0 ? `Not understood: parley ${args.join(' ')}\n\n${help}` : help)
    process.exit(2)
  }
  try {
    const given = parseArguments(args.slice(length), command)
    process.exitCode = await (await command.load())(given)
  } catch (error) {
    process.exitCode = tell(error, args.includes('--json'), command.usage)
  }
  await drained()
  process.exit()
}

function tell(error: unknown, json: boolean, usage: string): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\nUsage: ./parley ${usage}\n`)
    return 2
  }
  if (error instanceof InputError && json) {
    const problems = error.problems.map((problem) => ({ ...problem, severity: 'error', nodeId: null, file: error.file }))
    process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`)
  }
  process.stderr.write(`${isForPeople(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 1
}

/** Failures whose message is all that a person needs, told by their name: not every command loads the code they come from. */
const isForPeople = (error: unknown): error is Error =>
  error instanceof Error && ['InputError', 'StackError', 'BenchmarkError'].includes(error.name)

/** A process that ends at once would cut what a pipe has not taken yet. */
const drained = () => new Promise<void>((resolve) => process.stdout.write('', () => resolve()))
