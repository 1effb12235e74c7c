import * as z from 'zod'
import { expressionScope } from '../../expression-scope.ts'
import { compile } from '../../expressions.ts'
import { defineNodeType } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { localizedText } from '../../text.ts'
import { isValueOf } from '../../values.ts'
import type { Json } from '../../variables.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { backgroundEditor } from './background-editor.ts'

export const background = defineNodeType({
  type: 'background',
  config: z.object({
    /** Name of the task: what a person is asked to check, or a slow system. */
    task: z.string().default(''),
    inputs: z.array(z.object({ name: z.string().min(1), value: z.string() })).default([]),
    /** Variable that keeps the result; true or false for a check. */
    saveAs: z.string().default(''),
    announce: localizedText.default({}),
    announceFailure: localizedText.default({}),
    /** Said at once instead of with the next words. */
    urgent: z.boolean().default(false),
    timeoutMs: z.number().int().min(1000).max(3_600_000).default(120_000),
  }),
  memory: z.null(),
  editor: backgroundEditor,
  listens: false,
  outcomes: () => ['started'],
  speaks: ({ announce, announceFailure }, flow, language) => fixedTexts(flow, language, announce, announceFailure),
  enter({ task, inputs, timeoutMs }, context) {
    const scope = expressionScope(context)
    const input: Record<string, Json> = {}
    for (const { name, value } of inputs) {
      const compiled = compile(context.head.variables, value)
      input[name] = (compiled.ok ? compiled.evaluate(scope) : undefined) ?? null
    }
    return { effects: [{ type: 'startTask', task, input, timeoutMs }], outcome: 'started', why: { code: 'taskStarted', values: { task } } }
  },
  on: () => ({}),
  taskFinished({ saveAs, announce, announceFailure, urgent }, { outcome, result }, context) {
    if (outcome !== 'ok') return { variables: {}, announcement: renderText(announceFailure, context), urgent }
    const declaration = context.head.variables.find(({ name }) => name === saveAs)
    const variables = declaration && isValueOf(declaration, result) ? { [saveAs]: result } : {}
    return { variables, announcement: renderText(announce, context, variables), urgent }
  },
})
