import type { YesNoPhrases } from '../../slots/yes-no.ts'

const fine = '(?:bon|bien|parfait|exact|correct|juste|vrai|ok|okay|nickel|super|impeccable|entendu|note|tres bien)'
const it = "(?:c'est|c'etait|tout est|ca me parait|ca me semble|ca a l'air|ce sera|ca serait|ce serait)"

const noOpenings = [
  'jamais',
  'faux',
  'pas(?! (?:de (?:probleme|soucis?)|mal)\\b)',
  '(?:absolument|surtout|certainement|surement|vraiment|toujours|plutot|bien sur que) (?:pas|non)',
  'negatif',
  "(?:ce n'est|c'est|c'etait|ce n'etait|ca n'est) (?:vraiment |absolument |toujours )?pas",
  "c'est (?:faux|une erreur|inexact|incorrect)",
  "ca (?:ne )?(?:me |m')?(?:va|convient|marche|arrange|joue) pas",
  "je (?:n'ai|ne suis|ne veux|ne peux|ne crois|ne pense|ne souhaite|ne prefere|ne confirme) pas",
  'je (?:veux|peux|crois|pense|souhaite|prefere|confirme) pas',
  "j'ai pas|je suis pas|je prefererais pas|j'aimerais pas|j'aimerais mieux pas",
  "n'(?:annulez|appelez|envoyez|faites) pas",
  'vous vous (?:trompez|etes trompee?)',
  'il y a (?:une )?erreur',
]

const yesOpenings = [
  'oui|ouais|ouaip|mouais|si(?= si|$)|exact|exactement|absolument|effectivement|certainement|evidemment|affirmatif|volontiers|entendu|carrement|tout a fait|parfaitement',
  "d'accord|bien sur|bien entendu|avec plaisir|sans probleme|pas de (?:probleme|soucis?)|pourquoi pas|allez y|vas y|faites|on fait (?:comme )?ca|va pour|banco",
  `${it} (?:bien |tout a fait |absolument |tout )*(?:ca|cela|${fine})`,
  "c'est (?:bien )?(?:moi|le cas|oui|note|d'accord)",
  "(?:ca|cela) (?:me |m')?(?:va|convient|marche|arrange|joue|ira|roule|fonctionne)(?! pas)",
  "je (?:confirme|veux bien|suis d'accord|valide|accepte|crois(?: bien)?(?: que oui)?$|pense(?: bien)?(?: que oui)?$|le veux|prends)",
  'tres volontiers|comme ca|je vous en prie|pas mal',
]

export const yesNoPhrases: YesNoPhrases = {
  leadIn: '(?:(?:ah|oh|eh bien|ben|alors|donc|et|bon|enfin|en fait|bonjour|allo|ecoutez|je crois que|je pense que|mais|pardon|desolee?) )*',
  disguisedYes: [
    `non (?:non )?(?:c'est|tout est|ca me va|ca va) ?(?:tres )?(?:bon|bien|parfait|bien ca|${fine})`,
    'non (?:non )?(?:pas de (?:probleme|soucis?)|aucun (?:probleme|soucis?))',
    "je n'y vois (?:pas d'|aucun )(?:inconvenient|probleme|objection)",
    '(?:ca ne|ca) me (?:derange|gene) pas',
    'aucun (?:probleme|soucis?)',
  ],
  disguisedNo:
    /^(?:oui|ouais|ok|d'accord|bon).*\b(?:mais non|en fait non|non attendez|mais pas|ah non)\b|^(?:oui|ouais|ok|d'accord).* non$/,
  doubleNoThenYes: /^(?:non )+(?:oui|ouais|si)\b/,
  plainNo: /^(?:(?:ah|oh|ben|bon|mais|ouais|pardon|desolee?|en fait|eh bien) )*(?:non|nan|nenni)\b/,
  noOpenings,
  yesOpenings,
  changes: [
    "(?:je (?:voudrais|veux|souhaite|prefere|prefererais|aimerais mieux)|j'aimerais|on peut|vous pouvez|pouvez vous|est ce qu'on peut) (?:le |la |l')?(?:changer|modifier|deplacer|corriger|plutot)",
    "je (?:prefere|prefererais|voulais dire)|j'aimerais mieux|plutot|changez|modifiez|corrigez",
    "j'ai change d'avis",
    "mettez(?: le| la)?|a la place|rien(?: d'autre)?(?: du tout)?|c'est tout|ce sera tout|ca sera tout",
  ],
  okayOpenings: ['ok|okay|bien|tres bien|parfait|super|genial|nickel|impeccable|excellent|bon|juste|vrai|formidable|ca marche|merci(?=$)'],
  okayUnless:
    /^(?:bonne? (?:journee|soiree|apres midi)|bien sur que non|(?:ok|okay|bien|bon|parfait|super|tres bien) (?:quels?|quelles?|comment|quand|ou|qui|pourquoi|combien|est ce|pouvez|puis|vous|qu'est)\b)/,
  sentenceEndings: [
    { pattern: /\b(?:n'est pas|c'est pas|est pas) (?:bon|correct|ca|exact|juste|ce que j'ai dit)\b|\bc'est faux\b/, value: false },
    {
      pattern:
        /\b(?:me va|me convient|m'arrange|c'est (?:parfait|bon|correct|exact|bien ca)|est (?:correct|exact|parfait|bon)|serait (?:parfait|bien|super|ideal))\b(?! pas)/,
      value: true,
    },
    { pattern: /\b(?:oui|ouais|d'accord|exact)(?: s'il vous plait| merci)?$/, value: true },
    { pattern: /\b(?:non|nan)(?: merci)?$/, value: false },
  ],
}
