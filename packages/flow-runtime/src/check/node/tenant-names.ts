import { isFixedText } from '../../text-template.ts'
import type { ProblemCode } from '../catalogue/problem-catalogue.ts'
import type { NodeField } from '../fields.ts'
import type { CheckContext } from '../problem.ts'
import type { NodeCheck } from './own-problems.ts'

type Named = 'service' | 'phone' | 'sender' | 'messageTemplate' | 'tool'

const checked: Readonly<Record<Named, { code: ProblemCode; known: (context: CheckContext) => readonly string[] | undefined }>> = {
  service: { code: 'SERVICE_UNKNOWN', known: ({ services }) => services },
  phone: { code: 'NUMBER_UNKNOWN', known: ({ numbers }) => numbers },
  sender: { code: 'SENDER_UNKNOWN', known: ({ senders }) => senders },
  messageTemplate: { code: 'MESSAGE_TEMPLATE_UNKNOWN', known: ({ messageTemplates }) => messageTemplates },
  tool: { code: 'TOOL_UNKNOWN', known: ({ tools }) => tools },
}

/** SERVICE_UNKNOWN, NUMBER_UNKNOWN, SENDER_UNKNOWN, MESSAGE_TEMPLATE_UNKNOWN, TOOL_UNKNOWN: as far as the tenant's own are known here. */
export const checkTenantNames: NodeCheck = ({ type, fields }, { context }, report) => {
  for (const place of fields) {
    const { field, value } = place
    const named = namedBy(place, type.type)
    if (!named || typeof value !== 'string' || value === '' || !isFixedText(value)) continue
    const { code, known } = checked[named]
    if (known(context)?.includes(value) === false) report({ code, field, values: { name: value } })
  }
}

function namedBy({ field, hint }: NodeField, type: string): Named | undefined {
  if (hint.names) return hint.names
  if (hint.widget === 'service' || hint.widget === 'phone') return hint.widget
  return type === 'tool' && field === 'tool' ? 'tool' : undefined
}
