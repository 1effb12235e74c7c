import { expressionScope } from '../expression-scope.ts'
import { compile } from '../expressions.ts'
import type { AnswerName, NodeContext } from '../node-type.ts'
import { isValueOf } from '../values.ts'
import type { Json, Variables } from '../variables.ts'

/** Values computed by name; `left` names the ones that could not be computed or do not fit. */
export type Computed = { values: Readonly<Record<string, Json>>; left: string[] }

/** What the node gives to the outside: rows of a name and an expression. */
export function computedInputs(rows: readonly { name: string; value: string }[], context: NodeContext): Computed {
  const scope = expressionScope(context)
  return kept(
    rows.map(({ name, value }) => {
      const compiled = compile(context.head.variables, value)
      return [name, compiled.ok ? compiled.evaluate(scope) : undefined]
    }),
  )
}

/** Variables from an answer of the outside: rows of a variable and an expression that sees the answer. */
export function computedVariables(
  rows: readonly { variable: string; value: string }[],
  answer: Readonly<Partial<Record<AnswerName, Json>>>,
  sees: readonly AnswerName[],
  context: NodeContext,
): Computed {
  const { variables } = context.head
  const scope = expressionScope(context, answer)
  return fitting(
    rows.map(({ variable, value }) => {
      const compiled = compile(variables, value, sees)
      return [variable, compiled.ok ? compiled.evaluate(scope) : undefined]
    }),
    context,
  )
}

/** Values for variables, those left out that their variable cannot hold. */
export function fitting(found: readonly (readonly [variable: string, value: Json | undefined])[], { head }: NodeContext): Computed {
  return kept(
    found.map(([variable, value]) => {
      const declaration = head.variables.find(({ name }) => name === variable)
      const fits = declaration && value !== undefined && value !== null && isValueOf(declaration, value)
      return [variable, fits ? value : undefined]
    }),
  )
}

function kept(entries: readonly (readonly [string, Json | undefined])[]): Computed {
  const values: Variables = Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  return { values, left: entries.flatMap(([name, value]) => (value === undefined ? [name] : [])) }
}
