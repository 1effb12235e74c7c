import type { UiText } from '../text.ts'

/** Why a scenario failed; `{after}` is filled with what had happened last, such as: After “book please”. */
export const failureMessages = {
  TEXT_NOT_SAID: {
    en: '{after} the agent said {said} instead of something with {wanted}.',
    fr: '{after} l’agent a dit {said} au lieu de quelque chose avec {wanted}.',
  },
  AGENT_SILENT: {
    en: '{after} the agent said nothing instead of something with {wanted}.',
    fr: '{after} l’agent n’a rien dit au lieu de quelque chose avec {wanted}.',
  },
  OTHER_NODE: {
    en: '{after} the call was at {node} instead of {wanted}. {why}',
    fr: '{after} l’appel était à {node} au lieu de {wanted}. {why}',
  },
  NODE_NOT_PASSED: {
    en: '{after} the call did not come by {wanted}, but went: {path}. {why}',
    fr: '{after} l’appel n’est pas passé par {wanted}, mais : {path}. {why}',
  },
  OTHER_VALUE: {
    en: '{after} the variable “{name}” was {found} instead of {wanted}.',
    fr: '{after} la variable « {name} » valait {found} au lieu de {wanted}.',
  },
  EFFECT_MISSING: {
    en: '{after} the agent did not do this: {wanted}. It did: {found}.',
    fr: '{after} l’agent n’a pas fait ceci : {wanted}. Il a fait : {found}.',
  },
  OTHER_LANGUAGE: {
    en: '{after} the call was in {found} instead of {wanted}.',
    fr: '{after} l’appel était en {found} au lieu de {wanted}.',
  },
  TOOL_UNANSWERED: {
    en: '{after} the agent asked {tool} with {input}, and the scenario does not say what it answers.',
    fr: '{after} l’agent a interrogé {tool} avec {input}, et le scénario ne dit pas ce qu’il répond.',
  },
  TOOL_ASKED_OTHERWISE: {
    en: '{after} the agent asked {tool} with {found} instead of {wanted}.',
    fr: '{after} l’agent a interrogé {tool} avec {found} au lieu de {wanted}.',
  },
  MODEL_UNANSWERED: {
    en: '{after} the agent asked a language model at {node}, and the scenario does not say what it proposes (a step “generated”).',
    fr: '{after} l’agent a interrogé un modèle de langage à {node}, et le scénario ne dit pas ce qu’il propose (une étape « generated »).',
  },
  TRANSFER_UNANSWERED: {
    en: '{after} the agent transferred the call to {to}, and the scenario does not say what came of it (a step “transfer”).',
    fr: '{after} l’agent a transféré l’appel vers {to}, et le scénario ne dit pas ce qu’il en est advenu (une étape « transfer »).',
  },
  NOT_LISTENING: {
    en: '{after} the agent did not listen, so this could not happen: {step}. The call was at {node}.',
    fr: '{after} l’agent n’écoutait pas, donc ceci ne pouvait pas se produire : {step}. L’appel était à {node}.',
  },
  NO_KEYS_WANTED: {
    en: '{after} the agent did not wait for keys, so this could not happen: {step}. The call was at {node}.',
    fr: '{after} l’agent n’attendait pas de touches, donc ceci ne pouvait pas se produire : {step}. L’appel était à {node}.',
  },
  NOT_SPEAKING: {
    en: '{after} the agent said nothing that could be interrupted by: {step}. The call was at {node}.',
    fr: '{after} l’agent n’a rien dit que ceci puisse interrompre : {step}. L’appel était à {node}.',
  },
  NOT_AWAITED: {
    en: '{after} nothing waited for this: {step}. The call was at {node}.',
    fr: '{after} rien n’attendait ceci : {step}. L’appel était à {node}.',
  },
  CALL_OVER: {
    en: '{after} the call was already over ({outcome}), so this could not happen: {step}.',
    fr: '{after} l’appel était déjà terminé ({outcome}), donc ceci ne pouvait pas se produire : {step}.',
  },
  OTHER_OUTCOME: {
    en: '{after} the call ended as “{found}” instead of “{wanted}”. {why}',
    fr: '{after} l’appel s’est terminé par « {found} » au lieu de « {wanted} ». {why}',
  },
  NOT_ENDED: {
    en: '{after} the call did not end: it was still at {node}.',
    fr: '{after} l’appel ne s’est pas terminé : il était encore à {node}.',
  },
  NEVER_LISTENS: {
    en: '{after} the agent went on and on without listening to the caller, around {node}.',
    fr: '{after} l’agent a continué sans fin sans écouter l’appelant, autour de {node}.',
  },
} as const satisfies Record<string, UiText>

export type FailureCode = keyof typeof failureMessages
