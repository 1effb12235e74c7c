import type { Waiting } from '@parley/flow-runtime'
import type { PerformOptions } from '../perform.ts'
import type { createSpeeches } from './speeches.ts'

/** Silence after which something is said, and the least time between two such lines. */
const silenceMs = 500
const betweenMs = 5_000

/** Says a line of the author's while something outside leaves the contact in silence. */
export function createWaitingLine(
  { signal, note }: Pick<PerformOptions, 'signal' | 'note'>,
  { speak, quiet }: ReturnType<typeof createSpeeches>,
) {
  let count = 0
  let lastAt = Number.NEGATIVE_INFINITY

  /** Begins to wait; the answer ends it. */
  return ({ text, language, voice }: Waiting): (() => void) => {
    let timer: NodeJS.Timeout | undefined
    let isOver = text === ''
    const say = () => {
      count += 1
      lastAt = performance.now()
      note('WAITING_LINE')
      speak({ id: `waiting-${count}`, text, language, voice, interruptible: false }, () => undefined)
    }
    const stop = () => {
      isOver = true
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
    signal.addEventListener('abort', stop, { once: true })
    quiet().then(() => {
      if (!isOver) timer = setTimeout(say, Math.max(silenceMs, lastAt + betweenMs - performance.now()))
    })
    return stop
  }
}
