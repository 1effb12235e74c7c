import { InputError, UsageError } from './cli-error.ts'
import { commands, help } from './command-table.ts'
import { parseArguments } from './parse-arguments.ts'

/** Runs a command with its arguments and says what came of it; resolves to the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  if (['--help', '-h', 'help'].includes(args[0] ?? '') || args.includes('--help')) {
    process.stdout.write(help)
    return 0
  }
  const words = [2, 1].find((count) => Object.hasOwn(commands, args.slice(0, count).join(' '))) ?? 0
  const command = commands[args.slice(0, words).join(' ')]
  if (!command) {
    process.stderr.write(args.length > 0 ? `Not understood: parley ${args.join(' ')}\n\n${help}` : help)
    return 2
  }
  try {
    const given = parseArguments(args.slice(words), command)
    return await (await command.load())(given)
  } catch (error) {
    return tell(error, args.includes('--json'), command.usage)
  }
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
