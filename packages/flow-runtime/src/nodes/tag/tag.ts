import * as z from 'zod'
import type { CallRecord } from '../../effects.ts'
import { expressionScope } from '../../expression-scope.ts'
import { compile } from '../../expressions.ts'
import { defineNodeType, type NodeContext, type NodeStep } from '../../node-type.ts'
import { renderWritten } from '../../render-text.ts'
import { tagEditor } from './tag-editor.ts'

export const tag = defineNodeType({
  type: 'tag',
  config: z.object({
    disposition: z.string().default(''),
    qualification: z.string().default(''),
    /** Expression that gives a number. */
    score: z.string().default(''),
    note: z.string().default(''),
  }),
  memory: z.null(),
  editor: tagEditor,
  listens: false,
  outcomes: () => ['next'],
  speaks: () => [],
  enter(data, context): NodeStep<null> {
    const entry: CallRecord = { what: 'tag' }
    const disposition = renderWritten(data.disposition, context)
    const qualification = renderWritten(data.qualification, context)
    const score = scoreOf(data.score, context)
    const note = renderWritten(data.note, context)
    if (disposition !== '') entry.disposition = disposition
    if (qualification !== '') entry.qualification = qualification
    if (score !== undefined) entry.score = score
    if (note !== '') entry.note = note
    if (Object.keys(entry).length === 1) return { outcome: 'next', why: { code: 'nothingToTag' } }
    return { effects: [{ type: 'record', entry }], outcome: 'next', why: { code: 'tagged' } }
  },
  on: () => ({}),
})

function scoreOf(source: string, context: NodeContext): number | undefined {
  if (source.trim() === '') return undefined
  const compiled = compile(context.head.variables, source)
  const value = compiled.ok ? compiled.evaluate(expressionScope(context)) : undefined
  return typeof value === 'number' ? value : undefined
}
