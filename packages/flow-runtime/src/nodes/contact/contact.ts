import * as z from 'zod'
import { defineNodeType, type NodeContext, type NodeEvent, type NodeStep } from '../../node-type.ts'
import { findContactOutput, updateContactOutput } from '../../tools.ts'
import type { Json } from '../../variables.ts'
import { computedInputs, fitting } from '../computed-values.ts'
import { whyUnanswered } from '../requests.ts'
import { contactEditor } from './contact-editor.ts'
import { contactKey } from './contact-key.ts'

const config = z.object({
  action: z.enum(['find', 'update']).default('find'),
  by: z.enum(['phone', 'email', 'id']).default('phone'),
  /** Variable with the number, the address or the id; '' for the caller's own. */
  value: z.string().default(''),
  /** Variables that take over fields of the record that was found. */
  takes: z.array(z.object({ variable: z.string(), field: z.string() })).default([]),
  /** Fields of the record with their new values; null empties a field. */
  updates: z.array(z.object({ field: z.string(), value: z.string() })).default([]),
  timeoutMs: z.number().int().min(500).max(60_000).default(10_000),
})
type Config = z.output<typeof config>
type Step = NodeStep<null>
type ToolFinished = Extract<NodeEvent, { type: 'toolFinished' }>

export const contact = defineNodeType({
  type: 'contact',
  config,
  memory: z.null(),
  editor: contactEditor,
  listens: false,
  outcomes: () => ['found', 'notFound'],
  speaks: () => [],
  enter(data, context): Step {
    const { action, by, timeoutMs } = data
    const value = contactKey(by, data.value, context)
    if (value === undefined) return { outcome: 'notFound', why: { code: 'contactKeyMissing' } }
    if (action === 'find') return { effects: [{ type: 'callTool', tool: 'contact.find', input: { by, value }, timeoutMs }] }
    const { values, left } = computedInputs(
      data.updates.map(({ field, value: source }) => ({ name: field, value: source })),
      context,
    )
    const effects = [{ type: 'callTool' as const, tool: 'contact.update' as const, input: { by, value, fields: values }, timeoutMs }]
    return left.length === 0 ? { effects } : { effects, why: { code: 'notComputed', values: { variables: left.join(', ') } } }
  },
  on(data, event, context): Step {
    if (event.type !== 'toolFinished') return {}
    const why = whyUnanswered(event)
    if (why) return { outcome: 'notFound', why }
    return data.action === 'find' ? found(data, event, context) : updated(event)
  },
})

const unreadable: Step = { outcome: 'notFound', why: { code: 'answerUnreadable' } }
const unknown: Step = { outcome: 'notFound', why: { code: 'contactUnknown' } }

function found({ takes }: Config, { result }: ToolFinished, context: NodeContext): Step {
  const answer = findContactOutput.safeParse(result)
  if (!answer.success) return unreadable
  if (!answer.data.found) return unknown
  const record: Readonly<Record<string, Json>> = answer.data.contact ?? {}
  const { values, left } = fitting(
    takes.map(({ variable, field }) => [variable, Object.hasOwn(record, field) ? record[field] : undefined]),
    context,
  )
  if (left.length === 0) return { outcome: 'found', variables: values, why: { code: 'contactFound' } }
  return { outcome: 'found', variables: values, why: { code: 'contactPartlyTaken', values: { variables: left.join(', ') } } }
}

function updated({ result }: ToolFinished): Step {
  const answer = updateContactOutput.safeParse(result)
  if (!answer.success) return unreadable
  return answer.data.found ? { outcome: 'found', why: { code: 'contactUpdated' } } : unknown
}
