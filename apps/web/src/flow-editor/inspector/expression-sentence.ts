import { type ExpressionProblem, expressionReasons } from '@parley/flow-runtime'
import type { Catalogue } from '../../i18n/catalogue.ts'
import type { Locale } from '../../i18n/locale.ts'

/** Why an expression cannot be computed, and at which of its words. */
export function expressionSentence({ reason, name }: ExpressionProblem, text: Catalogue, locale: Locale): string {
  return text.editor.expressionWrong(expressionReasons[reason][locale], name)
}
