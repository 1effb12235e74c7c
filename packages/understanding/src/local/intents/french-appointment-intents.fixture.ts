import type { IntentCandidate } from '@parley/flow-runtime'

export const frenchIntents: readonly IntentCandidate[] = [
  {
    name: 'book',
    description: 'veut un nouveau rendez-vous',
    samples: [
      'je voudrais prendre rendez-vous',
      'est-ce que je peux venir pour un détartrage',
      "j'ai besoin de voir le dentiste",
      'vous avez de la place cette semaine',
      "fixer un rendez-vous pour un contrôle s'il vous plaît",
      'un détartrage mardi à trois heures',
    ],
  },
  {
    name: 'cancel',
    description: 'ne peut pas venir à un rendez-vous',
    samples: [
      'je veux annuler mon rendez-vous',
      'je ne peux pas venir demain',
      "enlevez-moi du planning s'il vous plaît",
      'je dois décommander ma visite',
      "j'ai un empêchement vendredi",
    ],
  },
  {
    name: 'person',
    description: 'veut parler à une personne',
    samples: [
      'est-ce que je peux parler à une personne',
      "passez-moi l'accueil",
      'je veux parler à un humain',
      "je voudrais parler à quelqu'un",
      "un conseiller s'il vous plaît",
    ],
  },
]

export const inScope: readonly [string, string][] = [
  ["j'aimerais prendre un rendez-vous", 'book'],
  ['je souhaiterais réserver une consultation', 'book'],
  ['je voudrais un rdv lundi', 'book'],
  ['auriez-vous un créneau pour un contrôle', 'book'],
  ['il me faut un rendez-vous avec le dentiste', 'book'],
  ['un détartrage vendredi à dix heures pour jean dupont', 'book'],
  ['annulez mon rendez-vous', 'cancel'],
  ["je voudrais l'annuler", 'cancel'],
  ['je ne pourrai pas venir lundi', 'cancel'],
  ['je dois annuler ma visite de mardi', 'cancel'],
  ['parler à une personne', 'person'],
  ['je veux parler à un être humain', 'person'],
  ["est-ce que je pourrais parler à quelqu'un s'il vous plaît", 'person'],
  ["passez-moi quelqu'un", 'person'],
]

export const outOfScope = [
  "quel est l'animal terrestre le plus rapide",
  'combien coûte un nouveau toit',
  'il fait un temps magnifique en espagne',
  'mets du jazz dans la cuisine',
  'les bananes bleues chantent doucement',
  'combien de grammes dans une once',
  "mon imprimante n'a plus d'encre",
  'qui a peint le plafond de cette chapelle',
  'asdf qwer zxcv',
  'traduis bonsoir en japonais',
]
