/** Words to compare: small letters, one kind of quotation mark and blank. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()

/** Whether a text contains other words; `*` in them stands for any words between. */
export function wordsContain(text: string, wanted: string): boolean {
  const said = plain(text)
  let from = 0
  for (const part of plain(wanted).split('*')) {
    const words = part.trim()
    const at = said.indexOf(words, from)
    if (at < 0) return false
    from = at + words.length
  }
  return true
}

/** Whether a text begins with the words that were heard of it. */
export const wordsBegin = (text: string, heard: string): boolean => plain(text).startsWith(plain(heard))
