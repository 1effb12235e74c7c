import { logsToStderr } from './logs-to-stderr.ts'
import type { Given, Takes } from './parse-arguments.ts'

/** Ends with the exit code: 0 all well, 1 something failed. */
export type Command = (given: Given) => Promise<number>
type Entry = Takes & { usage: string; help: string; load: () => Promise<Command> }

const locale = ['locale'] as const
const call = ['language', 'facts', 'now', ...locale] as const

/** Each loads its own code: doctor has to work where the room client does not, and flows are checked without any server. */
export const commands: Readonly<Record<string, Entry>> = {
  doctor: {
    usage: 'doctor',
    help: 'what Parley needs: found, started or missing, and what to do',
    names: [0, 0],
    load: async () => (await import('./doctor.ts')).doctor,
  },
  'sign-in-link': {
    usage: 'sign-in-link',
    help: 'an address that signs you in to the running studio, once',
    names: [0, 0],
    json: false,
    load: async () => (await import('./sign-in-link.ts')).signInLink,
  },
  'practice-carrier': {
    usage: 'practice-carrier',
    help: 'a simulated carrier with ten people to call, for the running stack, until Ctrl+C',
    names: [0, 0],
    json: false,
    load: async () => (await logsToStderr(() => import('./practice-carrier/practice-carrier.ts'))).practiceCarrier,
  },
  smoke: {
    usage: 'smoke',
    help: 'one whole test call through WebRTC, on the running stack or one it starts',
    names: [0, 0],
    load: async () => (await logsToStderr(() => import('./smoke.ts'))).smoke,
  },
  'flow check': {
    usage: 'flow check FILE',
    help: 'everything wrong with a flow',
    names: [1, 1],
    values: locale,
    load: async () => (await import('./flow/check.ts')).checkCommand,
  },
  'flow test': {
    usage: 'flow test FILE… [--scenarios FILE]',
    help: 'plays the scenarios beside each flow (x.flow.json, x.scenarios.json)',
    names: [1, 1000],
    values: ['scenarios', ...locale],
    load: async () => (await import('./flow/test.ts')).testCommand,
  },
  'flow run': {
    usage: 'flow run FILE [--say TEXT]… [--script FILE]',
    help: 'a call in text: from a list of sentences, from a script, or typed. Also --language, --facts FILE, --now ISO, --explain',
    names: [1, 1],
    values: ['say', 'script', ...call],
    flags: ['explain'],
    load: async () => (await import('./flow/run.ts')).runCommand,
  },
  'flow diff': {
    usage: 'flow diff A B',
    help: 'what differs between two flows',
    names: [2, 2],
    values: locale,
    load: async () => (await import('./flow/diff.ts')).diffCommand,
  },
  'flow backtest': {
    usage: 'flow backtest FILE --journals DIR',
    help: 'replays past calls through a flow; fails when one would have gone another way',
    names: [1, 1],
    values: ['journals', ...locale],
    load: async () => (await import('./flow/backtest.ts')).backtestCommand,
  },
  'flow scenario': {
    usage: 'flow scenario JOURNAL FILE [--name NAME]',
    help: 'a recorded call of a flow as a scenario',
    names: [2, 2],
    values: ['name', ...locale],
    load: async () => (await import('./flow/scenario.ts')).scenarioCommand,
  },
  'flow simulate': {
    usage: 'flow simulate FILE --persona TEXT --goal TEXT',
    help: 'a model plays a caller (OPENAI_API_KEY); prints the call and its scenario. Also --turns N',
    names: [1, 1],
    values: ['persona', 'goal', 'turns', ...call],
    load: async () => (await import('./flow/simulate.ts')).simulateCommand,
  },
  'understand eval': {
    usage: 'understand eval FILE [--limit N]',
    help: 'how well intents are understood: accuracy, out of scope, time',
    names: [1, 1],
    values: ['limit', ...locale],
    load: async () => (await import('./understand/eval.ts')).evalCommand,
  },
  'understand slots': {
    usage: 'understand slots FILE',
    help: 'how well dates, times and numbers are understood',
    names: [1, 1],
    values: locale,
    load: async () => (await import('./understand/slots.ts')).slotsCommand,
  },
  bench: {
    usage: 'bench NAME',
    help: 'measures: interpreter, checker, understand (--data DIR), model, size, turn, bargein, density, soak (--minutes N), campaign (--leads N, --seconds N), calls (records them into docs/calls), first-call',
    names: [1, 1],
    values: ['data', 'minutes', 'leads', 'seconds'],
    load: async () => (await import('./bench.ts')).bench,
  },
}

const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length))

export const help = `Usage: ./parley COMMAND

${Object.values(commands)
  .map(({ usage, help: about }) => `  ${usage.padEnd(width)}  ${about}`)
  .join('\n')}
  ${'--help'.padEnd(width)}  this page

All but sign-in-link and practice-carrier take --json. Messages about flows are in English, or in French with --locale fr.

Exit code 0: all well. 1: something failed or is missing, or a file cannot be used. 2: the command was not understood.
`
