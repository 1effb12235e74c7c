import { StackError } from '@parley/tools'
import { logsToStderr } from './logs-to-stderr.ts'

const help = `Usage: ./parley COMMAND

  doctor [--json]        what Parley needs: found, started or missing, and what to do
  sign-in-link           an address that signs you in to the running studio, once
  smoke [--json]         one whole test call through WebRTC, on the running stack or one it starts
  bench NAME [--json]    measures; NAME is one of: first-call
  --help                 this page

Exit code 0: all well. 1: something failed or is missing. 2: the command was not understood.
`

type Command = (options: { json: boolean; names: string[] }) => Promise<number>
/** Each loads its own code: doctor has to work also where the room client does not. */
const commands: Record<string, { load: () => Promise<Command>; takes: number; json: boolean }> = {
  doctor: { load: async () => (await import('./doctor.ts')).doctor, takes: 0, json: true },
  'sign-in-link': { load: async () => (await import('./sign-in-link.ts')).signInLink, takes: 0, json: false },
  smoke: { load: async () => (await logsToStderr(() => import('./smoke.ts'))).smoke, takes: 0, json: true },
  bench: { load: async () => (await logsToStderr(() => import('./bench.ts'))).bench, takes: 1, json: true },
}

/** The command line: ends the process with 0, 1 (failed or missing) or 2 (not understood). */
export async function main(args: readonly string[]): Promise<never> {
  const [name = '', ...rest] = args
  if (['--help', '-h', 'help'].includes(name) || rest.includes('--help')) {
    process.stdout.write(help)
    process.exit(0)
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  const json = rest.includes('--json')
  const names = rest.filter((arg) => arg !== '--json')
  if (!command || names.length !== command.takes || names.some((arg) => arg.startsWith('-')) || (json && !command.json)) {
    process.stderr.write(name ? `Not understood: parley ${args.join(' ')}\n\n${help}` : help)
    process.exit(2)
  }
  try {
    process.exit(await (await command.load())({ json, names }))
  } catch (error) {
    process.stderr.write(
      `${error instanceof StackError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exit(1)
  }
}
