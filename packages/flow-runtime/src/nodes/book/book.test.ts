import { describe, expect, test } from 'vitest'
import { drawn, scenario, slots } from '../../scenario.ts'

const flow = drawn(
  {
    set: [
      'set',
      {
        assignments: [
          { variable: 'day', value: '"2026-11-24"' },
          { variable: 'time', value: '"15:30"' },
        ],
      },
      { next: 'book' },
    ],
    book: [
      'book',
      { service: 'Cleaning', date: 'day', time: 'time', name: 'patient', saveAs: 'startsAt' },
      { booked: 'booked', noTimes: 'noTimes', declined: 'declined', failed: 'failed' },
    ],
    booked: ['end', { text: 'Booked for {{ day }} at {{ time }}.' }],
    noTimes: ['end', {}],
    declined: ['end', {}],
    failed: ['end', {}],
  },
  {
    variables: [
      { name: 'day', type: 'date' },
      { name: 'time', type: 'time' },
      { name: 'patient', type: 'personName' },
      { name: 'startsAt', type: 'dateTime' },
    ],
  },
)
const at = (date: string, time: string) => ({ startsAt: `${date}T${time}:00+01:00`, date, time })
const found = (exact: boolean, ...times: ReturnType<typeof at>[]) => ({ exact, times, service: { name: 'Cleaning', durationMin: 30 } })
const booked = (time: ReturnType<typeof at>) => ({ booked: true, appointmentId: 'a1', ...time })
const three = at('2026-11-24', '15:00')
const half = at('2026-11-24', '15:30')
const four = at('2026-11-24', '16:00')
const wednesday = at('2026-11-25', '15:30')

test('a free wanted time is booked without another word', () => {
  const call = scenario(flow, { contact: { phone: '+15550111' } })
  expect(call.effects()).toMatchObject([
    { type: 'say', text: 'One moment, I am looking at the calendar.' },
    {
      type: 'callTool',
      tool: 'calendar.findTimes',
      input: { service: 'Cleaning', date: '2026-11-24', time: '15:30', timeZone: 'Europe/Paris' },
    },
  ])
  call.tool(found(true, half))
  expect(call.awaited('callTool')).toMatchObject({
    tool: 'calendar.book',
    input: { service: 'Cleaning', startsAt: '2026-11-24T15:30:00+01:00', phone: '+15550111' },
  })
  call.tool(booked(half))
  expect(call.words()).toBe('Booked for Tuesday, November 24 at 3:30 PM.')
  expect(call.state().variables.startsAt).toBe('2026-11-24T15:30:00+01:00')
})

describe('a taken time', () => {
  const offered = () => scenario(flow).tool(found(false, three, four, wednesday))

  test('is answered with up to three others', () => {
    const call = offered()
    expect(call.words()).toBe(
      'I am sorry, that time is not free. I can offer Tuesday, November 24 at 3 PM, at 4 PM or Wednesday, November 25 at 3:30 PM. Which one suits you?',
    )
    expect(call.awaited('listen').expectation.hints).toEqual(
      expect.arrayContaining(['half past three', "four o'clock", 'Wednesday', 'the first one']),
    )
  })

  test.each([
    ['a time', slots({ _time: '16:00' }), four],
    ['a time without morning or afternoon', slots({ _time: '04:00' }), four],
    ['a day', slots({ _date: '2026-11-25' }), wednesday],
    ['its place', slots({ _offer: '0' }), three],
    ['"no, the second one"', slots({ _confirmed: false, _offer: '1' }), four],
  ])('is replaced by choosing %s', (_, understanding, chosen) => {
    const call = offered().says('…', understanding)
    expect(call.awaited('callTool').input).toMatchObject({ startsAt: chosen.startsAt })
    call.tool(booked(chosen))
    expect(call.state()).toMatchObject({ at: 'booked', variables: { day: chosen.date, time: chosen.time } })
  })

  test('asks which one when several are meant', () => {
    const call = offered().says('Tuesday', slots({ _date: '2026-11-24' }))
    expect(call.words()).toBe('I can offer Tuesday, November 24 at 3 PM or at 4 PM. Which one suits you?')
    expect(call.says('yes', slots({ _confirmed: true })).types()).toEqual(['say', 'listen'])
  })

  test('is searched again when the caller wants yet another one', () => {
    const call = offered().says('what about six on Thursday', slots({ _time: '18:00', _date: '2026-11-26' }))
    expect(call.awaited('callTool')).toMatchObject({ tool: 'calendar.findTimes', input: { date: '2026-11-26', time: '18:00' } })
  })

  test('is declined by no, by silence, and by never being understood', () => {
    expect(
      offered()
        .says('no', slots({ _confirmed: false }))
        .state().at,
    ).toBe('declined')
    expect(offered().silent().silent().silent().state().at).toBe('declined')
    expect(offered().says('hm').says('hm').says('hm').state().at).toBe('declined')
  })

  test('with one alternative is answered by yes', () => {
    const call = scenario(flow).tool(found(false, four))
    expect(call.words()).toContain('The nearest free time is Tuesday, November 24 at 4 PM. Shall I book it?')
    expect(call.awaited('listen').expectation.kind).toBe('yesNo')
    expect(call.says('yes', slots({ _confirmed: true })).awaited('callTool').tool).toBe('calendar.book')
  })
})

test('a time taken while booking is replaced by the calendar’s own alternatives', () => {
  const call = scenario(flow)
    .tool(found(true, half))
    .tool({ booked: false, reason: 'taken', times: [four] })
  expect(call.words()).toContain('The nearest free time is Tuesday, November 24 at 4 PM.')
  expect(call.state().variables.time).toBe('15:30')
})

test('no free time, an unknown service, a calendar that fails or answers nonsense leave by their outcome', () => {
  expect(scenario(flow).tool(found(false)).state().at).toBe('noTimes')
  expect(scenario(flow).tool(found(true, half)).tool({ booked: false, reason: 'unknownService', times: [] }).state().at).toBe('failed')
  expect(scenario(flow).tool(null, 'timeout').state().at).toBe('failed')
  expect(scenario(flow).tool({ hello: 1 }).state().at).toBe('failed')
})

test('a calendar that never agrees does not keep the caller for ever', () => {
  const call = scenario(flow).tool(found(true, half))
  for (let round = 0; round < 20 && call.state().at === 'book'; round += 1) {
    call.tool({ booked: false, reason: 'taken', times: [four] })
    if (call.state().awaiting.some(({ type }) => type === 'listen')) call.says('yes', slots({ _confirmed: true }))
  }
  expect(call.state().at).toBe('noTimes')
})
