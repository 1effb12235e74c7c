import type { CatalogueEntry } from './entry.ts'

/** The drawing: nodes, connections, ways in and out. */
export const graphProblems = {
  START_MISSING: {
    severity: 'error',
    message: {
      en: 'Your flow has no first node: choose where a call starts.',
      fr: 'Votre flux n’a pas de premier nœud : choisissez où commence un appel.',
    },
  },
  DUPLICATE_ID: {
    severity: 'error',
    message: { en: 'Two things in your flow share the name “{id}”.', fr: 'Deux éléments de votre flux portent le même nom « {id} ».' },
  },
  EDGE_BROKEN: {
    severity: 'error',
    message: {
      en: 'The connection “{id}” does not join two things that exist.',
      fr: 'La connexion « {id} » ne relie pas deux éléments existants.',
    },
  },
  NODE_TYPE_UNKNOWN: {
    severity: 'error',
    message: {
      en: 'This node comes from another release of Parley and cannot run here: {type}',
      fr: 'Ce nœud vient d’une autre version de Parley et ne peut pas fonctionner ici : {type}',
    },
  },
  UNREACHABLE_NODE: {
    severity: 'warning',
    message: { en: 'Nothing leads to this node: no caller gets here.', fr: 'Rien ne mène à ce nœud : aucun appelant n’y arrive.' },
  },
  DEAD_END: {
    severity: 'error',
    message: {
      en: 'From here the call never reaches an end: add one.',
      fr: 'À partir d’ici, l’appel n’atteint jamais de fin : ajoutez-en une.',
    },
  },
  OPEN_OUTCOME: {
    severity: 'error',
    message: { en: 'Nobody answers this outcome yet: {outcome}', fr: 'Personne ne répond encore à cette issue : {outcome}' },
  },
  TRANSFER_WITHOUT_FAILURE_PATH: {
    severity: 'error',
    message: {
      en: 'You do not say yet what happens when nobody takes the call: {outcome}',
      fr: 'Vous ne dites pas encore ce qui se passe si personne ne prend l’appel : {outcome}',
    },
  },
  OUTCOME_DUPLICATE: {
    severity: 'error',
    message: {
      en: 'Two ways out of this node share the name “{name}”: name them differently.',
      fr: 'Deux issues de ce nœud portent le nom « {name} » : nommez-les différemment.',
    },
  },
  LOOP_WITHOUT_LISTENING: {
    severity: 'error',
    message: {
      en: 'This loop never listens to the caller: it would go round for ever.',
      fr: 'Cette boucle n’écoute jamais l’appelant : elle tournerait sans fin.',
    },
  },
  TOO_MANY_STEPS: {
    severity: 'error',
    message: {
      en: 'From here a call can pass more than {most} nodes without waiting for the caller.',
      fr: 'À partir d’ici, un appel peut passer plus de {most} nœuds sans attendre l’appelant.',
    },
  },
  RETURN_WITHOUT_WISH: {
    severity: 'error',
    message: {
      en: 'This leads back to where the caller was, but a call can come here without having been anywhere else.',
      fr: 'Ceci ramène là où en était l’appelant, mais un appel peut arriver ici sans venir d’ailleurs.',
    },
  },
  CALL_TOO_LONG: {
    severity: 'warning',
    message: {
      en: 'The longest way through your flow takes about {minutes} minutes, but a call may take {limit}.',
      fr: 'Le plus long chemin de votre flux dure environ {minutes} minutes, mais un appel peut en durer {limit}.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
