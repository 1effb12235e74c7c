import { expressionScope } from '../../expression-scope.ts'
import { compile } from '../../expressions.ts'
import type { NodeContext } from '../../node-type.ts'
import type { Json } from '../../variables.ts'
import type { AskConfig } from './ask-config.ts'

/** Whether the author's condition lets this value stand. */
export function isValid({ valid, variable }: AskConfig, value: Json, context: NodeContext): boolean {
  if (valid.trim() === '') return true
  const compiled = compile(context.head.variables, valid)
  return !compiled.ok || compiled.evaluate(expressionScope(context, { [variable]: value })) !== false
}
