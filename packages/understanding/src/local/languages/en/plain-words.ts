const hesitations = new Set(['um', 'uh', 'er', 'erm', 'hm', 'hmm', 'mm', 'uhm', 'ah'])

/** Lower-case words without punctuation; amounts, clock times and "o'clock" in the one form that the rules read. */
export function plainWords(original: string): string[] {
  const text = original
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/\b(?:u[hm][ -]?hu[hm]|mm?[ -]?hmm?|mhm)\b/g, 'uhhuh')
    .replace(/\bn?uh[ -]uh\b/g, 'nope')
    .replace(/o["' ]{0,2}clock\b/g, "o'clock")
    .replace(/\b([ap])[.\s]{0,2}m\b\.?/g, '$1m')
    .replace(/(\d)\s*([ap]m)\b/g, '$1 $2')
    .replace(/(\d)h(\d\d)\b/g, '$1:$2')
    .replace(/\$\s*(\d[\d.,]*)/g, '$1 dollars')
    .replace(/€\s*(\d[\d.,]*)/g, '$1 euros')
    .replace(/£\s*(\d[\d.,]*)/g, '$1 pounds')
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/[.,:;!?]+(?=\s|$)/g, ' ')
    .replace(/[^\p{L}\p{N}'@.:/+\-_\s%]/gu, ' ')
  return text
    .split(/\s+/)
    .flatMap((word) => (word.includes('@') ? [word] : word.replace(/([a-z])-(?=[a-z])/g, '$1 ').split(' ')))
    .map((word) => word.replace(/^['.:/-]+|['.:/-]+$/g, ''))
    .filter((word) => word !== '' && !hesitations.has(word))
}
