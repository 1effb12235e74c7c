import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { outcomesOf } from '../../outcome-labels.ts'
import { drawn, scenario, slots } from '../../scenario.ts'
import type { bookConfig } from './book-config.ts'

const flow = (data: z.input<typeof bookConfig>, known: Record<string, string> = {}) =>
  drawn(
    {
      set: ['set', { assignments: Object.entries(known).map(([variable, value]) => ({ variable, value })) }, { next: 'book' }],
      book: [
        'book',
        { date: 'day', time: 'hour', name: 'patient', saveAs: 'startsAt', appointment: 'id', ...data },
        { booked: 'done', noTimes: 'none', declined: 'declined', failed: 'failed' },
      ],
      done: ['end', { text: 'Now {{ day }} at {{ hour }}.' }],
      none: ['end', {}],
      declined: ['end', {}],
      failed: ['end', {}],
    },
    {
      languages: ['en', 'fr'],
      variables: [
        { name: 'day', type: 'date' },
        { name: 'hour', type: 'time' },
        { name: 'patient', type: 'personName' },
        { name: 'startsAt', type: 'dateTime' },
        { name: 'id', type: 'text' },
      ],
    },
  )
const at = (date: string, time: string) => ({ startsAt: `${date}T${time}:00+01:00`, date, time })
const cleaning = { appointmentId: 'a1', service: 'Cleaning', ...at('2026-11-24', '15:00') }
const checkUp = { appointmentId: 'a2', service: 'Check-up', ...at('2026-11-25', '09:00') }
const filling = { appointmentId: 'a3', service: 'Filling', ...at('2026-11-25', '16:00') }
const wanted = { day: '"2026-11-26"', hour: '"10:00"' }
const free = at('2026-11-26', '10:00')
const service = { name: 'Cleaning', durationMin: 30 }
const yes = slots({ _confirmed: true })
const no = slots({ _confirmed: false })
const caller = { contact: { phone: '+15550111', name: 'Ada' } }
const found = (...appointments: (typeof cleaning)[]) => ({ appointments })

describe('moving an appointment', () => {
  const moving = (data: z.input<typeof bookConfig> = {}) => scenario(flow({ action: 'reschedule', ...data }, wanted), caller)

  test('the one there is is named, confirmed and moved to the wanted time', () => {
    const call = moving()
    expect(call.words()).toBe('One moment, I am looking at the calendar.')
    expect(call.awaited('callTool')).toMatchObject({
      tool: 'calendar.findAppointments',
      input: { name: 'Ada', phone: '+15550111', timeZone: 'Europe/Paris' },
    })
    expect(Object.keys(Object(call.awaited('callTool').input))).toEqual(['name', 'phone', 'timeZone'])
    call.tool(found(cleaning))
    expect(call.words()).toBe('I see your Cleaning on Tuesday, November 24 at 3 PM. Is that the one?')
    expect(call.awaited('listen').expectation.kind).toBe('yesNo')
    call.says('yes', yes)
    expect(call.awaited('callTool')).toMatchObject({
      tool: 'calendar.findTimes',
      input: { service: 'Cleaning', date: '2026-11-26', time: '10:00' },
    })
    call.tool({ exact: true, times: [free], service })
    expect(call.awaited('callTool')).toMatchObject({
      tool: 'calendar.reschedule',
      input: { appointmentId: 'a1', startsAt: free.startsAt },
    })
    call.tool({ booked: true, appointmentId: 'a1', ...free })
    expect(call.words()).toBe('Now Thursday, November 26 at 10 AM.')
    expect(call.state().variables).toMatchObject({ id: 'a1', startsAt: free.startsAt })
    expect(call.decisions()[0]?.why.code).toBe('appointmentMoved')
  })

  test('a taken time offers others, as booking does', () => {
    const call = moving().tool(found(cleaning)).says('yes', yes)
    call.tool({ exact: false, times: [at('2026-11-26', '11:00')], service }).says('yes', yes)
    expect(call.awaited('callTool')).toMatchObject({ tool: 'calendar.reschedule', input: { startsAt: '2026-11-26T11:00:00+01:00' } })
    call.tool({ booked: false, reason: 'taken', times: [] })
    expect(call.state().at).toBe('none')
  })

  test.each([
    ['the day', slots({ _date: '2026-11-24' }), 'Cleaning'],
    ['the time', slots({ _time: '04:00' }), 'Filling'],
    ['its place', slots({ _offer: '1' }), 'Check-up'],
  ])('of several, %s tells which one, without another question', (_, said, name) => {
    const call = moving().tool(found(cleaning, checkUp, filling))
    expect(call.words()).toBe(
      'I see several appointments: Cleaning on Tuesday, November 24 at 3 PM, Check-up on Wednesday, November 25 at 9 AM or Filling on Wednesday, November 25 at 4 PM. Which one do you mean?',
    )
    expect(call.says('…', said).awaited('callTool')).toMatchObject({ tool: 'calendar.findTimes', input: { service: name } })
  })

  test('of several, the service is one of the words that tell which', () => {
    const call = moving().tool(found(cleaning, checkUp)).said('the check-up')
    const offer = call.awaited('understand').request.slots.find(({ name }) => name === '_offer')
    expect(offer?.choices?.map(({ synonyms }) => synonyms)).toEqual([
      expect.arrayContaining(['Cleaning', 'Tuesday']),
      expect.arrayContaining(['Check-up', 'Wednesday']),
    ])
  })

  test('a day that fits two asks between these', () => {
    const call = moving()
      .tool(found(cleaning, checkUp, filling))
      .says('Wednesday', slots({ _date: '2026-11-25' }))
    expect(call.words()).toMatch(/^I see several appointments: Check-up .* or Filling /)
  })

  test('another day than any of them is not understood; no and silence decline', () => {
    const asked = () => moving().tool(found(cleaning, checkUp))
    expect(
      asked()
        .says('Monday', slots({ _date: '2026-11-23' }))
        .words(),
    ).toMatch(/^Sorry, I did not understand\. I see several/)
    expect(asked().says('no', no).state().at).toBe('declined')
    expect(asked().silent().silent().silent().state().at).toBe('declined')
    expect(moving().tool(found(cleaning)).says('no', no).state().at).toBe('declined')
  })
})

describe('cancelling an appointment', () => {
  const cancelling = (known = {}, facts = {}) => scenario(flow({ action: 'cancel' }, known), { ...caller, ...facts })

  test('is asked about, done, and its id forgotten', () => {
    const call = cancelling({ id: '"a2"' })
    expect(call.awaited('callTool').input).toMatchObject({ appointmentId: 'a2' })
    call.tool(found(cleaning, checkUp))
    expect(call.words()).toBe('I see your Check-up on Wednesday, November 25 at 9 AM. Shall I cancel it?')
    call.says('yes', yes)
    expect(call.awaited('callTool')).toMatchObject({ tool: 'calendar.cancel', input: { appointmentId: 'a2' } })
    call.tool({ cancelled: true })
    expect(call.state()).toMatchObject({ at: 'done', variables: { id: null, day: '2026-11-25', hour: '09:00' } })
  })

  test('one of several is asked about once more, in French too', () => {
    const call = cancelling({}, { language: 'fr' }).tool(found(cleaning, checkUp))
    expect(call.words()).toBe(
      'Je vois plusieurs rendez-vous : Cleaning, le mardi 24 novembre à 15 heures ou Check-up, le mercredi 25 novembre à 9 heures. Duquel s’agit-il ?',
    )
    call.says('le premier', slots({ _offer: '0' }))
    expect(call.words()).toBe('Je vois votre rendez-vous : Cleaning, le mardi 24 novembre à 15 heures. Est-ce que je l’annule ?')
    expect(call.says('oui', yes).awaited('callTool').tool).toBe('calendar.cancel')
  })

  test('nothing is cancelled without a clear yes', () => {
    const asked = () => cancelling().tool(found(cleaning))
    expect(asked().says('no', no).state().at).toBe('declined')
    expect(asked().says('hm').words()).toMatch(/^Sorry, I did not understand\. I see your Cleaning/)
    expect(asked().says('hm').said(' ').says('hm').state().at).toBe('declined')
    expect(asked().silent().silent().silent().state().at).toBe('declined')
  })

  test('no appointment, another one than wanted, a calendar that fails or refuses leave by their outcome', () => {
    const none = cancelling().tool(found())
    expect(none.decisions()[0]).toMatchObject({ outcome: 'noTimes', why: { code: 'appointmentNotFound' } })
    expect(cancelling({ id: '"a9"' }).tool(found(cleaning)).state().at).toBe('none')
    expect(cancelling().tool(null, 'timeout').state().at).toBe('failed')
    expect(cancelling().tool('nonsense').state().at).toBe('failed')
    const refused = cancelling().tool(found(cleaning)).says('yes', yes).tool({ cancelled: false })
    expect(refused.decisions()[0]).toMatchObject({ outcome: 'failed', why: { code: 'appointmentNotCancelled' } })
  })

  test('the calendar’s answer heard twice cancels once', () => {
    const call = cancelling().tool(found(cleaning)).says('yes', yes)
    const finished = { type: 'toolFinished' as const, at: 1, effectId: call.awaited('callTool').id, outcome: 'ok' as const }
    call.tell({ ...finished, result: { cancelled: true } })
    expect(call.tell({ ...finished, result: { cancelled: true } }).effects()).toEqual([])
    expect(call.state().path.filter((id) => id === 'done')).toHaveLength(1)
  })
})

test('booking keeps the id, so that the same call can change its mind', () => {
  const call = scenario(flow({ service: 'Cleaning' }, wanted), caller).tool({ exact: true, times: [free], service })
  expect(call.tool({ booked: true, appointmentId: 'a7', ...free }).state().variables.id).toBe('a7')
})

test('the outcomes say what they mean here', () => {
  const label = (action: 'book' | 'reschedule' | 'cancel') => {
    const document = flow({ action })
    const node = document.nodes.find(({ id }) => id === 'book')
    return node ? outcomesOf(node, document, 'fr').map((outcome) => outcome.label) : []
  }
  expect(label('book').slice(0, 2)).toEqual(['Réservé', 'Aucun créneau'])
  expect(label('reschedule').slice(0, 2)).toEqual(['Fait', 'Ni rendez-vous ni créneau'])
  expect(label('cancel').slice(0, 2)).toEqual(['Fait', 'Aucun rendez-vous'])
})
