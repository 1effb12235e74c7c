const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Words that say digits, English and French, without accents. */
const saysDigits = wordsOf(
  'zero nought nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fourty fifty sixty seventy eighty ninety hundred hundreds thousand ' +
    'un une deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize ' +
    'vingt vingts trente quarante cinquante soixante septante huitante octante nonante cent cents mille',
)
/** Say a digit, or belong to one, only beside words that do: what a recogniser writes for digits, and what stands between them. */
const maySayDigits = wordsOf('o oh double triple and to too for won ate tree et de set cet cette sang')

const digitsAndWords = /\d|\p{L}+/gu
const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The text with every digit as `•`, typed or said as a word in English or French; words a digit may be heard as count beside one. */
export function maskDigits(text: string): string {
  const words = [...text.normalize('NFC').matchAll(digitsAndWords)].map(([word]) => plain(word))
  const masked = words.map((word) => /\d/.test(word) || saysDigits.has(word))
  const spread = (at: number, beside: number) => {
    if (maySayDigits.has(words[at] ?? '') && masked[beside]) masked[at] = true
  }
  for (let at = 0; at < words.length; at += 1) spread(at, at - 1)
  for (let at = words.length - 1; at >= 0; at -= 1) spread(at, at + 1)
  let next = -1
  return text.normalize('NFC').replace(digitsAndWords, (word) => {
    next += 1
    return masked[next] ? '•' : word
  })
}
