/** Asks at most once in so many milliseconds; a failure is not remembered. */
export function remembered<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let known: { at: number; answer: Promise<T> } | undefined
  return () => {
    if (known && Date.now() - known.at < ms) return known.answer
    const answer = ask()
    const asked = { at: Date.now(), answer }
    known = asked
    answer.catch(() => {
      if (known === asked) known = undefined
    })
    return answer
  }
}
