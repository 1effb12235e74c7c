const weekday = /^(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)s?$/
const month = /^(?:janvier|fevrier|avril|juin|juillet|aout|septembre|octobre|novembre|decembre)$/
const relativeDay = /^(?:aujourdhui|demain)$/
const number =
  /^(?:0+h?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent)$/

/** Words that only carry a slot's value. */
export function wordClass(word: string): 'day' | 'number' | undefined {
  if (weekday.test(word) || month.test(word) || relativeDay.test(word)) return 'day'
  return number.test(word) ? 'number' : undefined
}

export const questionWords: ReadonlySet<string> = new Set('quel quelle quels quelles comment combien quand ou qui pourquoi quoi'.split(' '))

export const answerWords: ReadonlySet<string> = new Set('oui ouais non si pas jamais'.split(' '))

export const functionWords: ReadonlySet<string> = new Set(
  (
    'je tu il elle on nous vous ils me te se moi toi lui leur y en le la les un une des de du au aux a ce cet cette ces ca cela mon ma mes ton ta tes son sa ses ' +
    'notre nos votre vos est es suis sont etes etre ai as avez avoir ont ete et ou mais donc si que qui ne pas plus dans sur pour par avec sans chez vers ' +
    'peux peut pouvez pourrais pourriez puis veux voudrais voulez aimerais vais va plait merci bonjour euh alors bien tres quel quelle quels quelles comment ' +
    'combien quand pourquoi quoi'
  ).split(' '),
)
