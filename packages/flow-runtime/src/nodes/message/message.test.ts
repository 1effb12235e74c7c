import { expect, test } from 'vitest'
import type * as z from 'zod'
import { drawn, scenario } from '../../scenario.ts'

type Data = z.input<typeof import('./message.ts')['message']['config']>

const flow = (data: Data, number = '"+33612345678"') =>
  drawn(
    {
      set: [
        'set',
        {
          assignments: [
            { variable: 'number', value: number },
            { variable: 'day', value: '"2026-11-24"' },
          ],
        },
        { next: 'message' },
      ],
      message: ['message', { text: { en: 'See you.', fr: 'À bientôt.' }, ...data }, { sent: 'sent', failed: 'failed' }],
      sent: ['end', {}],
      failed: ['end', {}],
    },
    {
      languages: ['en', 'fr'],
      variables: [
        { name: 'number', type: 'phone' },
        { name: 'day', type: 'date' },
        { name: 'name', type: 'personName' },
      ],
    },
  )
const caller = { contact: { phone: '+15550111', email: 'ada@example.org' } }
const why = (call: ReturnType<typeof scenario>) => call.decisions().find(({ nodeId }) => nodeId === 'message')

test('an SMS to the caller, written to be read: numbers in figures, lines kept, unknown values left out', () => {
  const text = 'Your day: {{ day }}.\nCall {{ number }}. {{ name }} {{ nobody }}'
  const call = scenario(flow({ text }), caller)
  expect(call.awaited('callTool')).toMatchObject({
    tool: 'message.send',
    input: { channel: 'sms', to: '+15550111', text: 'Your day: Tuesday, November 24.\nCall +33612345678.', language: 'en' },
  })
  expect(call.words()).toBe('')
  expect(call.tool({ sent: true }).state().at).toBe('sent')
})

test('an e-mail in the call’s language, its subject on one line', () => {
  const call = scenario(flow({ channel: 'email', subject: { en: 'x', fr: 'Votre\nrendez-vous' } }), { ...caller, language: 'fr' })
  expect(call.awaited('callTool').input).toEqual({
    channel: 'email',
    to: 'ada@example.org',
    subject: 'Votre rendez-vous',
    text: 'À bientôt.',
    language: 'fr',
  })
})

test('to a number in a variable, or written by hand', () => {
  expect(scenario(flow({ to: '{{ number }}' })).awaited('callTool').input).toMatchObject({ to: '+33612345678' })
  expect(scenario(flow({ to: '+33 (6) 12.34-56 78' })).awaited('callTool').input).toMatchObject({ to: '+33612345678' })
})

test.each([
  ['no number is known', { to: '' }, 'noRecipient'],
  ['the variable holds nothing', { to: '{{ name }}' }, 'noRecipient'],
  ['two addresses are smuggled in', { channel: 'email', to: 'a@b.example,c@d.example' }, 'noRecipient'],
  ['there is no text', { to: '{{ number }}', text: ' {{ name }} ' }, 'nothingToSend'],
] as const)('nothing is sent while %s', (_, data, code) => {
  const call = scenario(flow(data))
  expect(call.state().at).toBe('failed')
  expect(why(call)?.why).toEqual({ code })
})

test('what does not reach anybody is failed, with its why', () => {
  const sending = () => scenario(flow({}), caller)
  expect(why(sending().tool({ sent: false }))).toMatchObject({ outcome: 'failed', why: { code: 'messageNotSent' } })
  expect(why(sending().tool({ code: 'SMS_BLOCKED' }, 'error'))?.why.values).toEqual({ failureCode: 'SMS_BLOCKED' })
  expect(why(sending().tool(null, 'timeout'))?.why.code).toBe('requestTooSlow')
  expect(why(sending().tool('ok'))?.why.code).toBe('answerUnreadable')
})
