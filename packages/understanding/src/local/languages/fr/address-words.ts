import type { SlotRules } from '../slot-rules.ts'

/** How email addresses are dictated. The hyphen and the underscore also go by their keys ("tiret du six", "tiret du huit"). */
export const emailRules: SlotRules['email'] = {
  at: new Set(['arobase', 'arobas', 'arrobase', 'arobaze', 'a robase', 'a commercial', 'at', '@', 'chez']),
  marks: {
    point: '.',
    tiret: '-',
    "trait d'union": '-',
    'tiret du milieu': '-',
    'tiret du 6': '-',
    moins: '-',
    'tiret du bas': '_',
    'tiret bas': '_',
    'tiret du 8': '_',
    underscore: '_',
    'under score': '_',
    plus: '+',
    'tout attache': '',
    attache: '',
    'tout colle': '',
    'en minuscules': '',
    'tout en minuscules': '',
  },
  outside: new Set(
    (
      "mon ma mail e-mail email courriel adresse est c'est oui ouais non alors donc a la le de du sur envoyez envoyer moi l' et voila s'il vous plait merci " +
      "je j'ai suis ok d'accord utilisez au pour bonjour l'adresse ecrivez electronique"
    ).split(' '),
  ),
}
