/** Words that announce a name, with how surely one follows. `strict`: what follows must not be an everyday word ("for two", "for tomorrow"). */
export type Announcement = { words: readonly string[]; confidence: number; strict: boolean }

const announced: readonly [string, number, boolean?][] = [
  ['name is', 0.93],
  ["name's", 0.93],
  ['name of', 0.88],
  ['name', 0.8],
  ['call me', 0.88],
  ['i meant', 0.8, true],
  ['i said', 0.8, true],
  ['this is', 0.85, true],
  ["i'm", 0.82, true],
  ['i am', 0.82, true],
  ["it's", 0.82, true],
  ['it is', 0.82, true],
  ["that's", 0.72, true],
  ['make it', 0.6, true],
  ['under', 0.75, true],
  ...['son', 'daughter', 'wife', 'husband', 'mother', 'father', 'friend', 'kid', 'child'].map((relative): [string, number, boolean] => [
    relative,
    0.72,
    true,
  ]),
  ['for', 0.75, true],
]
export const announcements: readonly Announcement[] = announced.map(([words, confidence, strict = false]) => ({
  words: words.split(' '),
  confidence,
  strict,
}))

export const nameFillers: ReadonlySet<string> = new Set(
  'yes yeah yep sure ok okay oh well so hi hello hey please thanks thank you and no sorry actually of course good morning afternoon evening'.split(
    ' ',
  ),
)
export const titles: ReadonlySet<string> = new Set('mr mrs ms miss doctor dr professor sir madam mister'.split(' '))
export const particles: ReadonlySet<string> = new Set('de da van von der den del la le di bin al el st dos du'.split(' '))
