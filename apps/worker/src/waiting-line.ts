/** Silence after which somebody who waits for an answer is told so, and after which they are told again. */
const firstAfterMs = 500
const againAfterMs = 7_000
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

  function look(afterMs: number) {
    timer = setTimeout(() => {
      if (!waits()) return
      if (isSpeaking()) return quiet(firstAfterMs)
      say()
      quiet(againAfterMs)
    }, afterMs)
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
    close: () => clearTimeout(timer),
  }
}
