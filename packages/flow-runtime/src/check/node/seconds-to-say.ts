/** Words a voice says in a second, in English and French alike: about 150 a minute. */
const wordsPerSecond = 2.5
const space = 32
const brace = 123

/** How long a voice takes to say a text; what is filled in counts as the words it is written with, the braces aside. */
export function secondsToSay(text: string): number {
  let words = 0
  let isWord = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const wasWord = isWord
    isWord = code > space && code !== brace && code !== brace + 2 && code !== 0xa0
    if (isWord && !wasWord) words += 1
  }
  return words / wordsPerSecond
}
