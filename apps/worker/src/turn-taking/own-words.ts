const wordsIn = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '')

/** One word of ours may well be an answer to us. */
const fewest = 2

/** Whether heard words are a piece of what the agent is saying, word for word: its own voice come back. */
export function areOwnWords(heard: string, spoken: string): boolean {
  const words = wordsIn(heard)
  return words.length >= fewest && ` ${wordsIn(spoken).join(' ')} `.includes(` ${words.join(' ')} `)
}
