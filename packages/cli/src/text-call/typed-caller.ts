import { createInterface } from 'node:readline/promises'
import type { CallerMove, SimulatedCaller } from '@parley/flow-runtime/scenarios'

const help = 'Type what the caller says. An empty line is silence, /keys 12# presses keys, Ctrl-D hangs up.'

/** A caller at the keyboard (or in a pipe); prompts go to standard error. `close` when the call is over. */
export function typedCaller(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): { caller: SimulatedCaller; close: () => void } {
  const lines = createInterface({ input, output, terminal: false })
  const waiting = lines[Symbol.asyncIterator]()
  output.write(`${help}\n`)
  return {
    caller: async () => {
      output.write('> ')
      const { value, done } = await waiting.next()
      return done ? { hangUp: true } : moveOf(value)
    },
    close: () => lines.close(),
  }
}

function moveOf(line: string): CallerMove {
  const keys = /^\/keys\s+([0-9*#]+)\s*$/.exec(line)?.[1]
  if (keys !== undefined) return { keys }
  return line.trim() === '' ? { silence: true } : { contact: line.trim() }
}

/** A caller who says these sentences in their turn and then hangs up. */
export function listedCaller(sentences: readonly string[]): SimulatedCaller {
  let next = 0
  return () => {
    const contact = sentences[next]
    next += 1
    return contact === undefined ? { hangUp: true } : { contact }
  }
}
