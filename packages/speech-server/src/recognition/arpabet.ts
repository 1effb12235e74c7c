/** eSpeak NG's IPA to the ARPAbet phones of the acoustic model; longer spellings first. */
const PHONES: readonly (readonly [string, string])[] = [
  ['tʃ', 'CH'],
  ['dʒ', 'JH'],
  ['aɪ', 'AY'],
  ['aʊ', 'AW'],
  ['eɪ', 'EY'],
  ['oʊ', 'OW'],
  ['əʊ', 'OW'],
  ['ɔɪ', 'OY'],
  ['n̩', 'AH N'],
  ['l̩', 'AH L'],
  ['ɜ', 'ER'],
  ['ɚ', 'ER'],
  ['ɝ', 'ER'],
  ['ə', 'AH'],
  ['ʌ', 'AH'],
  ['ɐ', 'AH'],
  ['æ', 'AE'],
  ['a', 'AA'],
  ['ɑ', 'AA'],
  ['ɒ', 'AA'],
  ['ɔ', 'AO'],
  ['o', 'AO'],
  ['ɛ', 'EH'],
  ['e', 'EH'],
  ['ɪ', 'IH'],
  ['ᵻ', 'IH'],
  ['i', 'IY'],
  ['y', 'UW'],
  ['ʊ', 'UH'],
  ['u', 'UW'],
  ['p', 'P'],
  ['b', 'B'],
  ['t', 'T'],
  ['d', 'D'],
  ['k', 'K'],
  ['ɡ', 'G'],
  ['g', 'G'],
  ['f', 'F'],
  ['v', 'V'],
  ['θ', 'TH'],
  ['ð', 'DH'],
  ['s', 'S'],
  ['z', 'Z'],
  ['ʃ', 'SH'],
  ['ʒ', 'ZH'],
  ['h', 'HH'],
  ['x', 'K'],
  ['m', 'M'],
  ['n', 'N'],
  ['ŋ', 'NG'],
  ['ɲ', 'N Y'],
  ['l', 'L'],
  ['ɫ', 'L'],
  ['ɹ', 'R'],
  ['r', 'R'],
  ['ʁ', 'R'],
  ['ɾ', 'T'],
  ['ʔ', 'T'],
  ['j', 'Y'],
  ['w', 'W'],
]

/** The pronunciation of a word from its IPA phonemes, e.g. "K AH W AO L S K IY"; empty when none of them is known. */
export function arpabet(phonemes: readonly string[]): string {
  const phones: string[] = []
  let rest = phonemes.join('').replace(/[ˈˌː]/g, '')
  while (rest !== '') {
    const match = PHONES.find(([ipa]) => rest.startsWith(ipa))
    if (match !== undefined) phones.push(match[1])
    rest = rest.slice(match?.[0].length ?? 1)
  }
  return phones.join(' ')
}
