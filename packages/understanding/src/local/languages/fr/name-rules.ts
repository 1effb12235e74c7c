import type { Announcement, SlotRules } from '../slot-rules.ts'
import { commonFirstNames, everydayWords, grammarWords } from './name-words.ts'

const announced: readonly [string, number, boolean?][] = [
  ["m'appelle", 0.93],
  ["s'appelle", 0.85],
  ['me nomme', 0.9],
  ['nom est', 0.93],
  ["nom c'est", 0.93],
  ['prenom est', 0.9],
  ["prenom c'est", 0.9],
  ['famille est', 0.93],
  ["famille c'est", 0.93],
  ['au nom de', 0.9],
  ['nom de', 0.85],
  ['nom', 0.8],
  ['prenom', 0.8],
  ['appelez moi', 0.88],
  ['voulais dire', 0.8, true],
  ['veux dire', 0.8, true],
  ["j'ai dit", 0.8, true],
  ['je suis', 0.82, true],
  ["c'est", 0.82, true],
  ['ici', 0.75, true],
  ['part de', 0.7, true],
  ['mettez', 0.6, true],
  ...['fils', 'fille', 'femme', 'mari', 'mere', 'pere', 'ami', 'amie', 'enfant'].map((relative): [string, number, boolean] => [
    relative,
    0.72,
    true,
  ]),
  ['pour', 0.75, true],
]
const announcements: readonly Announcement[] = announced.map(([words, confidence, strict = false]) => ({
  words: words.split(' '),
  confidence,
  strict,
}))

export const nameRules: SlotRules['names'] = {
  announcements,
  fillers: new Set(
    "oui ouais ok d'accord bonjour bonsoir salut allo alors donc bon bien sur voila merci s'il vous plait non pardon desole desolee et euh en fait moi a".split(
      ' ',
    ),
  ),
  separators: new Set(['non', 'pas']),
  turns: new Set(["c'est", 'mon', 'ma']),
  titles: new Set('m mme mlle monsieur madame mademoiselle docteur dr maitre professeur'.split(' ')),
  particles: new Set("d' de du des la le les van von der den di da dos el al ben".split(' ')),
  everyday: everydayWords,
  grammar: grammarWords,
  firstNames: commonFirstNames,
  closing: { anywhere: new Set(["l'appareil"]), atEnd: new Set(['ici']) },
  isVerbLike: (word) => word.length > 5 && /(?:ment|tion|erais|erait|aient|iez|[ai]ble|ique|eux|euse)$/.test(word),
  isNoName: (word) => /^(?:[jmtsnc]|qu)'/.test(word),
  firstAndLast: /\bprenom\b.*\bnom\b|\bnom de famille\b.*\bprenom\b/,
  spelling: {
    letters: { i_grec: 'y', double_v: 'w', double_ve: 'w', zede: 'z' },
    repeats: { double: 2, deux: 2, triple: 3 },
    introductions: ["ca_s'ecrit", "s'ecrit", "qui_s'ecrit", "ca_s'epelle", "s'epelle", "j'epelle", "je_l'epelle", "vous_l'epelle"],
    comments: ['avec_un', 'avec_une', 'avec_deux'],
    asIn: ['comme', 'comme_dans', 'pour'],
  },
}
