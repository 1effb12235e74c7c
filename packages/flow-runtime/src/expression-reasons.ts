import type { ExpressionReason } from './expressions.ts'
import type { UiText } from './text.ts'

/** Why an expression cannot be computed, in words for its author. */
export const expressionReasons: Record<ExpressionReason, UiText> = {
  unknownName: { en: 'a name is not known', fr: 'un nom est inconnu' },
  syntax: { en: 'something is missing or too much', fr: 'il manque quelque chose, ou il y a quelque chose de trop' },
  types: { en: 'these values do not go together', fr: 'ces valeurs ne vont pas ensemble' },
  function: { en: 'no function of this name takes these values', fr: 'aucune fonction de ce nom n’accepte ces valeurs' },
  yesNo: { en: 'only something true or false can stand here', fr: 'il faut ici quelque chose de vrai ou faux' },
  noParts: { en: 'this value has no parts', fr: 'cette valeur n’a pas de parties' },
  unusable: { en: 'this cannot be used here', fr: 'ceci ne peut pas être utilisé ici' },
}
