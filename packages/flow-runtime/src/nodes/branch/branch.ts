import * as z from 'zod'
import { expressionScope } from '../../expression-scope.ts'
import { compile } from '../../expressions.ts'
import { defineNodeType, type NodeContext } from '../../node-type.ts'

const condition = z.object({ name: z.string(), when: z.string() })

export const branch = defineNodeType({
  type: 'branch',
  config: z.object({ conditions: z.array(condition).default([]) }),
  memory: z.null(),
  editor: {
    title: { en: 'Branch', fr: 'Aiguillage' },
    icon: 'git-branch',
    group: 'logic',
    help: {
      en: 'Goes on by the first condition that holds, else by "otherwise".\nA condition about something unknown does not hold.\nExample: party > 6',
      fr: 'Continue par la première condition vraie, sinon par « otherwise ».\nUne condition sur une chose inconnue n’est pas vraie.\nExemple : party > 6',
    },
    fields: {
      conditions: { label: { en: 'Conditions, in order', fr: 'Conditions, dans l’ordre' }, widget: 'conditions', required: true },
    },
  },
  listens: false,
  outcomes: ({ conditions }) => [...new Set(conditions.map(({ name }) => name)), 'otherwise'],
  speaks: () => [],
  enter({ conditions }, context) {
    const holding = conditions.find(({ when }) => holds(when, context))
    if (!holding) return { outcome: 'otherwise', why: { code: 'noConditionHolds' } }
    return { outcome: holding.name, why: { code: 'conditionHolds', values: { condition: holding.when } } }
  },
  on: () => ({}),
})

function holds(when: string, context: NodeContext): boolean {
  const compiled = compile(context.head.variables, when)
  return compiled.ok && compiled.evaluate(expressionScope(context)) === true
}
