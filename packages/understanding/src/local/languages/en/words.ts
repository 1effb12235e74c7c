const contractions: Readonly<Record<string, string>> = {
  "won't": 'will not',
  "can't": 'can not',
  cannot: 'can not',
  "shan't": 'shall not',
  "let's": 'let us',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  gimme: 'give me',
  lemme: 'let me',
  whats: 'what is',
  wheres: 'where is',
  hows: 'how is',
  whos: 'who is',
  im: 'i am',
  ive: 'i have',
  id: 'i would',
  dont: 'do not',
  didnt: 'did not',
  doesnt: 'does not',
  isnt: 'is not',
  wont: 'will not',
  cant: 'can not',
}

const endings: readonly [RegExp, string][] = [
  [/n't$/, ' not'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'ll$/, ' will'],
  [/'d$/, ' would'],
  [/'m$/, ' am'],
]

const pronounIs = /^(what|where|how|who|when|why|it|that|there|he|she|here)'s$/

function expand(word: string): string {
  const known = contractions[word]
  if (known) return known
  const pronoun = pronounIs.exec(word)
  if (pronoun) return `${pronoun[1]} is`
  for (const [ending, replacement] of endings) if (ending.test(word)) return word.replace(ending, replacement)
  return word.replace(/'s?$/, '')
}

/** Lower-case words without punctuation, contractions written out, digits as one symbol per digit: what both a person types and a recogniser writes. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[^a-z0-9']+/g, ' ')
  return plain
    .split(' ')
    .flatMap((word) => expand(word).split(' '))
    .map((word) => word.replace(/^'+|'+$/g, '').replace(/\d/g, '0'))
    .filter((word) => word !== '')
}
