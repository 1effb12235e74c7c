import type { Line, LineEvent } from '../src/turn-taking/line.ts'

/** For tests: a line on which everything succeeds and nothing is heard, and how to let something happen on it. */
export function silentLine() {
  let emit: (event: LineEvent) => void = () => undefined
  const line: Line = {
    output: { sampleRate: 24_000, play() {}, clear() {} },
    onEvent(listener) {
      emit = listener
    },
    answered: async () => true,
    sendKeys: async () => undefined,
    transfer: async () => 'failed',
    hangUp: async () => undefined,
    close: async () => undefined,
  }
  return { line, tell: (event: LineEvent) => emit(event) }
}
