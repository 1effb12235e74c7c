import type { FlowNode } from './flow.ts'
import type { FlowHead } from './flow-head.ts'
import { nodeTypeOf } from './node-type-of.ts'
import type { Language, UiText } from './text.ts'

const labels: Record<string, UiText> = {
  next: { en: 'Then', fr: 'Ensuite' },
  done: { en: 'Answered', fr: 'Répondu' },
  noMatch: { en: 'Not understood', fr: 'Pas compris' },
  silent: { en: 'Silence', fr: 'Silence' },
  invalid: { en: 'Wrong entry', fr: 'Saisie fausse' },
  gaveUp: { en: 'Gave up', fr: 'Abandonné' },
  turnLimit: { en: 'Too many turns', fr: 'Trop de tours' },
  answered: { en: 'Answered', fr: 'Répondu' },
  unknown: { en: 'No answer known', fr: 'Réponse inconnue' },
  otherwise: { en: 'Otherwise', fr: 'Sinon' },
  booked: { en: 'Booked', fr: 'Réservé' },
  noTimes: { en: 'No free time', fr: 'Aucun créneau' },
  declined: { en: 'Declined', fr: 'Refusé' },
  failed: { en: 'Failed', fr: 'Échec' },
  return: { en: 'Back to where the caller was', fr: 'Retour là où en était l’appelant' },
  happened: { en: 'Happened', fr: 'Survenu' },
  timeout: { en: 'Too late', fr: 'Trop tard' },
  started: { en: 'Started', fr: 'Lancé' },
  noAnswer: { en: 'No answer', fr: 'Pas de réponse' },
  found: { en: 'Found', fr: 'Trouvé' },
  notFound: { en: 'Not found', fr: 'Introuvable' },
  sent: { en: 'Sent', fr: 'Envoyé' },
  ok: { en: 'Worked', fr: 'Réussi' },
  error: { en: 'Error', fr: 'Erreur' },
  given: { en: 'Agreed', fr: 'Accepté' },
  refused: { en: 'Not agreed', fr: 'Pas accepté' },
  scheduled: { en: 'Scheduled', fr: 'Planifié' },
}

/** The outcomes of a node with the words the studio shows; an author's own names (intents, conditions) stay as they are. */
export function outcomesOf(node: FlowNode, flow: FlowHead, locale: Language = 'en'): { name: string; label: string }[] {
  const nodeType = nodeTypeOf(node)
  const own = nodeType.outcomeLabels?.(node.data) ?? {}
  return nodeType.outcomes(node.data, flow).map((name) => ({ name, label: own[name]?.[locale] ?? outcomeLabel(name, locale) }))
}

export const outcomeLabel = (name: string, locale: Language): string => labels[name]?.[locale] ?? name
