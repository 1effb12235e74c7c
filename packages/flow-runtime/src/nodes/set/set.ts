import * as z from 'zod'
import { expressionScope } from '../../expression-scope.ts'
import { compile } from '../../expressions.ts'
import { defineNodeType } from '../../node-type.ts'
import { isValueOf } from '../../values.ts'
import type { Json } from '../../variables.ts'

const assignment = z.object({ variable: z.string(), value: z.string() })

export const set = defineNodeType({
  type: 'set',
  config: z.object({ assignments: z.array(assignment).default([]) }),
  memory: z.null(),
  editor: {
    title: { en: 'Set', fr: 'Définir' },
    icon: 'equal',
    group: 'logic',
    help: {
      en: 'Computes variables, one after the other.\nWhat cannot be computed leaves the variable as it was; null forgets it.\nExample: guests = party + 1',
      fr: 'Calcule des variables, l’une après l’autre.\nCe qui ne peut être calculé laisse la variable inchangée ; null l’oublie.\nExemple : guests = party + 1',
    },
    fields: {
      assignments: { label: { en: 'Assignments', fr: 'Affectations' }, widget: 'assignments', required: true },
    },
  },
  listens: false,
  outcomes: () => ['next'],
  speaks: () => [],
  enter({ assignments }, context) {
    const values: Record<string, Json> = {}
    const left: string[] = []
    for (const { variable, value } of assignments) {
      const declaration = context.head.variables.find(({ name }) => name === variable)
      const compiled = compile(context.head.variables, value)
      const result = compiled.ok ? compiled.evaluate(expressionScope(context, values)) : undefined
      if (declaration && result !== undefined && (result === null || isValueOf(declaration, result))) values[variable] = result
      else left.push(variable)
    }
    if (left.length === 0) return { outcome: 'next', variables: values, why: { code: 'everythingComputed' } }
    return { outcome: 'next', variables: values, why: { code: 'notComputed', values: { variables: left.join(', ') } } }
  },
  on: () => ({}),
})
