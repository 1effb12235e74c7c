import * as z from 'zod'
import { expressionScope } from '../../expression-scope.ts'
import { compile } from '../../expressions.ts'
import { defineNodeType, type NodeStep } from '../../node-type.ts'
import { isValueOf } from '../../values.ts'
import type { Json, Variables } from '../../variables.ts'
import { subflowEditor } from './subflow-editor.ts'

export const subflow = defineNodeType({
  type: 'subflow',
  config: z.object({
    /** Key in the flow's `subflows`. */
    flow: z.string().default(''),
    /** Values for the subflow's inputs, computed here. */
    inputs: z.array(z.object({ variable: z.string(), value: z.string() })).default([]),
    /** Variables of this flow that take over outputs of the subflow. */
    outputs: z.array(z.object({ variable: z.string(), output: z.string() })).default([]),
  }),
  memory: z.null(),
  editor: subflowEditor,
  listens: false,
  outcomes: ({ flow: key }, { subflows = {} }) => [...new Set([...(ownOf(subflows, key)?.interface.results ?? []), 'failed'])],
  speaks: () => [],
  enter({ flow: key, inputs }, context): NodeStep<null> {
    const inner = ownOf(context.head.subflows ?? {}, key)
    if (!inner) return { outcome: 'failed', why: { code: 'subflowMissing', values: { flow: key } } }
    const scope = expressionScope(context)
    const values: Record<string, Json> = {}
    for (const { variable, value } of inputs) {
      const declaration = inner.variables.find(({ name }) => name === variable)
      const compiled = compile(context.head.variables, value)
      const result = compiled.ok ? compiled.evaluate(scope) : undefined
      if (declaration && result !== undefined && result !== null && isValueOf(declaration, result)) values[variable] = result
    }
    return { subflow: { flow: key, variables: values }, why: { code: 'subflowEntered', values: { flow: inner.name || key } } }
  },
  on({ outputs, flow: key }, event, context): NodeStep<null> {
    if (event.type !== 'subflowFinished') return {}
    const results = ownOf(context.head.subflows ?? {}, key)?.interface.results ?? []
    const outcome = results.includes(event.result) ? event.result : 'failed'
    return {
      outcome,
      variables: taken(outputs, event.variables, context.head.variables),
      why: { code: 'subflowEnded', values: { outcome } },
    }
  },
})

const ownOf = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined)

function taken(
  outputs: readonly { variable: string; output: string }[],
  inner: Variables,
  declared: readonly Parameters<typeof isValueOf>[0][],
): Variables {
  const values: Record<string, Json> = {}
  for (const { variable, output } of outputs) {
    const declaration = declared.find(({ name }) => name === variable)
    const value = ownOf(inner, output)
    if (declaration && value !== undefined && value !== null && isValueOf(declaration, value)) values[variable] = value
  }
  return values
}
