import type { ProblemGuide } from './problem-guide.ts'

/** The drawing: nodes, connections, ways in and out. */
export const graphGuide = {
  START_MISSING: {
    meaning: { en: 'No call can begin.', fr: 'Aucun appel ne peut commencer.' },
    remedy: { en: 'Choose a node as the start.', fr: 'Choisissez un nœud comme début.' },
    example: { en: 'The greeting was deleted.', fr: 'L’accueil a été supprimé.' },
  },
  DUPLICATE_ID: {
    meaning: { en: 'Nobody can tell which of the two is meant.', fr: 'Impossible de savoir lequel des deux est visé.' },
    remedy: { en: 'Rename or remove one of them.', fr: 'Renommez ou retirez l’un des deux.' },
    example: { en: 'Two variables called “day”.', fr: 'Deux variables nommées « day ».' },
  },
  EDGE_BROKEN: {
    meaning: { en: 'A call that takes it would get lost.', fr: 'Un appel qui la prend se perdrait.' },
    remedy: { en: 'Remove it, and draw it anew where it is needed.', fr: 'Retirez-la, et redessinez-la là où il le faut.' },
    example: { en: 'A connection from an intent that was removed.', fr: 'Une connexion partant d’une intention retirée.' },
  },
  NODE_TYPE_UNKNOWN: {
    meaning: {
      en: 'It is kept as it is, but no call can go through it.',
      fr: 'Il est conservé tel quel, mais aucun appel ne peut le traverser.',
    },
    remedy: { en: 'Update Parley, or replace the node.', fr: 'Mettez Parley à jour, ou remplacez le nœud.' },
    example: { en: 'A flow drawn with a newer release, opened in this one.', fr: 'Un flux dessiné avec une version plus récente.' },
  },
  UNREACHABLE_NODE: {
    meaning: { en: 'What it says or does never happens.', fr: 'Ce qu’il dit ou fait n’arrive jamais.' },
    remedy: { en: 'Connect something to it, or remove it.', fr: 'Reliez-y quelque chose, ou retirez-le.' },
    example: { en: 'A node left over after a change.', fr: 'Un nœud oublié après une modification.' },
  },
  DEAD_END: {
    meaning: { en: 'The caller can only hang up themselves.', fr: 'L’appelant ne peut que raccrocher lui-même.' },
    remedy: { en: 'Lead some way from here to an end or a transfer.', fr: 'Menez un chemin d’ici à une fin ou un transfert.' },
    example: { en: 'A question that leads back to itself whatever is said.', fr: 'Une question qui revient à elle-même quoi qu’on dise.' },
  },
  OPEN_OUTCOME: {
    meaning: { en: 'A call that leaves here by it ends with an apology.', fr: 'Un appel qui sort par là se termine par une excuse.' },
    remedy: { en: 'Connect the outcome to what comes next.', fr: 'Reliez l’issue à la suite.' },
    example: { en: 'A question without an answer to silence.', fr: 'Une question sans réponse au silence.' },
  },
  TRANSFER_WITHOUT_FAILURE_PATH: {
    meaning: { en: 'A caller nobody picks up for is dropped.', fr: 'Un appelant que personne ne prend est abandonné.' },
    remedy: { en: 'Connect the outcome, for example to a callback.', fr: 'Reliez l’issue, par exemple à un rappel.' },
    example: { en: 'A transfer at night without “no answer”.', fr: 'Un transfert de nuit sans « pas de réponse ».' },
  },
  OUTCOME_DUPLICATE: {
    meaning: { en: 'Both would lead to the same place.', fr: 'Les deux mèneraient au même endroit.' },
    remedy: { en: 'Give one of them another name.', fr: 'Donnez un autre nom à l’une d’elles.' },
    example: { en: 'Two conditions called “late”.', fr: 'Deux conditions nommées « late ».' },
  },
  LOOP_WITHOUT_LISTENING: {
    meaning: { en: 'The call would be ended with an apology.', fr: 'L’appel serait terminé par une excuse.' },
    remedy: { en: 'Put a question into the loop, or lead it elsewhere.', fr: 'Mettez une question dans la boucle, ou menez-la ailleurs.' },
    example: { en: 'A booking that is tried again at once when it fails.', fr: 'Une réservation retentée aussitôt quand elle échoue.' },
  },
  TOO_MANY_STEPS: {
    meaning: { en: 'So many steps at once end the call with an apology.', fr: 'Tant d’étapes d’un coup terminent l’appel par une excuse.' },
    remedy: {
      en: 'Put a question between, or let questions be asked even if the answer is known.',
      fr: 'Intercalez une question, ou faites poser les questions même si la réponse est connue.',
    },
    example: { en: 'A chain of 120 computations.', fr: 'Une suite de 120 calculs.' },
  },
  RETURN_WITHOUT_WISH: {
    meaning: {
      en: 'There is no place to go back to: the call ends with an apology.',
      fr: 'Il n’y a nulle part où revenir : l’appel se termine par une excuse.',
    },
    remedy: {
      en: 'Only lead back into an “anywhere” node from what follows it.',
      fr: 'Ne ramenez à un nœud « partout » que depuis ce qui le suit.',
    },
    example: { en: 'The greeting leads into an “anywhere” node.', fr: 'L’accueil mène à un nœud « partout ».' },
  },
  CALL_TOO_LONG: {
    meaning: {
      en: 'A slow caller, silent and misheard at every question, would be cut off.',
      fr: 'Un appelant lent, silencieux et mal compris à chaque question, serait coupé.',
    },
    remedy: { en: 'Allow longer calls, or ask less.', fr: 'Autorisez des appels plus longs, ou demandez moins.' },
    example: { en: 'Twelve questions with three tries each, in ten minutes.', fr: 'Douze questions à trois essais, en dix minutes.' },
  },
} as const satisfies Record<string, ProblemGuide>
