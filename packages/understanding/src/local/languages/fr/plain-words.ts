import { fold } from './fold.ts'
import { everydayWords } from './name-words.ts'
import { numberWords } from './spoken-numbers.ts'

const hesitations = new Set(['euh', 'heu', 'hum', 'hm', 'hmm', 'mm', 'bah', 'beh', 'hein'])

/** Lower-case words without punctuation; amounts and clock times in the one form that the rules read. Hyphens stay in names and numbers. */
export function plainWords(original: string): string[] {
  const text = original
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/aujourd[' ]?hui/g, "aujourd'hui")
    .replace(/\b(nom|prénom|prenom) d'/g, '$1 de ')
    .replace(/(\d)\s*h\s*(\d\d)\b/g, '$1 heures $2')
    .replace(/(\d)\s*h\b/g, '$1 heures')
    .replace(/(\d)\s(?=\d{3}(?:[.,]\d+)?\s*(?:€|euros?))/g, '$1')
    .replace(/(?<!\d ?)([1-9]\d{0,2}) (?=\d{3}(?! ?\d))/g, '$1')
    .replace(/(\d),(?=\d)/g, '$1.')
    .replace(/\s*€/g, ' euros')
    .replace(/\$\s*(\d[\d.]*)/g, '$1 dollars')
    .replace(/[.,:;!?]+(?=\s|$)/g, ' ')
    .replace(/[^\p{L}\p{N}'@.:/+\-_\s%]/gu, ' ')
  return text
    .split(/\s+/)
    .flatMap(withoutHyphens)
    .map((word) => word.replace(/^['.:/-]+|['.:/-]+$/g, ''))
    .filter((word, at) => word !== '' && !hesitations.has(word) && !(word === 'ben' && at === 0))
}

/** "Après-midi" is two words; "Jean-Pierre", "trente-quatre" and addresses are one. */
function withoutHyphens(word: string): string[] {
  if (!word.includes('-') || word.includes('@') || !/^[\p{L}'-]+$/u.test(word)) return [word]
  const parts = word.split('-').filter((part) => part !== '')
  const folded = parts.map(fold)
  if (folded.every((part) => part === 'et' || numberWords.has(part))) return [word]
  const isName = folded.every((part) => part.length > 1 && !everydayWords.has(part) && !numberWords.has(part))
  return isName ? [word] : parts
}
