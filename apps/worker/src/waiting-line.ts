/** Silence after which somebody who waits for an answer is told so; between two such lines passes more time, whatever is waited for. */
const firstAfterMs = 500
const againAfterMs = 5_000
const lookAgainMs = 100

type WaitingLineOptions = {
  /** The flow waits for something outside: an understanding, a tool, a model. */
  waits: () => boolean
  isSpeaking: () => boolean
  say: () => void
}

/** Breaks the silence while the flow waits for something outside: half a second after the last sound, then every few seconds. */
export function createWaitingLine({ waits, isSpeaking, say }: WaitingLineOptions) {
  let timer: NodeJS.Timeout | undefined
  let saidAt = Number.NEGATIVE_INFINITY

  function look(afterMs: number) {
    timer = setTimeout(() => {
      if (!waits()) return
      if (isSpeaking()) return quiet(firstAfterMs)
      const soon = saidAt + againAfterMs - performance.now()
      if (soon > 0) return quiet(soon)
      tell()
      quiet(againAfterMs)
    }, afterMs)
  }

  function tell() {
    saidAt = performance.now()
    say()
  }

  /** Counts from the end of what is being said. */
  function quiet(afterMs: number) {
    timer = setTimeout(() => (isSpeaking() ? quiet(afterMs) : look(afterMs)), lookAgainMs)
  }

  return {
    /** Something happened in the conversation: the wait, if it is one, begins now. */
    happened() {
      clearTimeout(timer)
      if (waits()) look(firstAfterMs)
    },
    /** What somebody said is not understood yet: they have waited long already. */
    late() {
      if (!isSpeaking() && performance.now() - saidAt >= againAfterMs) tell()
    },
    close: () => clearTimeout(timer),
  }
}
