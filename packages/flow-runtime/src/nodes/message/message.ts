import * as z from 'zod'
import { defineNodeType, type NodeContext, type NodeStep } from '../../node-type.ts'
import { renderForUse, renderWritten } from '../../render-text.ts'
import { type LocalizedText, localizedText, textIn } from '../../text.ts'
import { sendMessageInput, sendMessageOutput } from '../../tools.ts'
import { whyUnanswered } from '../requests.ts'
import { messageEditor } from './message-editor.ts'

const config = z.object({
  channel: sendMessageInput.shape.channel.default('sms'),
  /** A number (E.164) or an address, or a text with a variable that gives one; '' for the caller's own. */
  to: z.string().default(''),
  subject: localizedText.default({}),
  text: localizedText.default({}),
  timeoutMs: z.number().int().min(500).max(60_000).default(10_000),
})
type Config = z.output<typeof config>

export const message = defineNodeType({
  type: 'message',
  config,
  memory: z.null(),
  editor: messageEditor,
  listens: false,
  outcomes: () => ['sent', 'failed'],
  // Read, never spoken.
  speaks: () => [],
  enter(data, context): NodeStep<null> {
    const { channel, timeoutMs } = data
    const to = recipient(data, context)
    if (to === undefined) return { outcome: 'failed', why: { code: 'noRecipient' } }
    const text = written(data.text, context)
    if (text === '') return { outcome: 'failed', why: { code: 'nothingToSend' } }
    const message = { channel, to, text, language: context.state.language }
    const input = channel === 'email' ? { ...message, subject: written(data.subject, context).replace(/\s+/g, ' ') } : message
    return { effects: [{ type: 'callTool', tool: 'message.send', input, timeoutMs }] }
  },
  on(_data, event): NodeStep<null> {
    if (event.type !== 'toolFinished') return {}
    const why = whyUnanswered(event)
    if (why) return { outcome: 'failed', why }
    const answer = sendMessageOutput.safeParse(event.result)
    if (!answer.success) return { outcome: 'failed', why: { code: 'answerUnreadable' } }
    return answer.data.sent ? { outcome: 'sent', why: { code: 'messageSent' } } : { outcome: 'failed', why: { code: 'messageNotSent' } }
  },
})

/** Who gets the message; undefined when there is no complete number or address. */
function recipient({ channel, to }: Config, context: NodeContext): string | undefined {
  const { contact } = context.state.facts
  const own = channel === 'sms' ? contact?.phone : contact?.email
  const given = to.trim() === '' ? (own ?? '') : renderForUse(to, context)
  if (channel === 'email') return /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(given) ? given : undefined
  const number = given.replace(/[\s().-]/g, '')
  return /^\+\d{6,15}$/.test(number) ? number : undefined
}

/** The text in the call's language, line by line as it was written. */
function written(text: LocalizedText, context: NodeContext): string {
  const template = textIn(text, context.state.language, context.head.languages[0] ?? 'en')
  const lines = template.split('\n').map((line) => renderWritten(line, context))
  return lines.join('\n').trim()
}
