import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { templates } from './flow-templates.ts'
import { knownTexts } from './known-texts.ts'
import { outcomesOf } from './outcome-labels.ts'
import { meant, scenario, slots } from './scenario.ts'

const half = { startsAt: '2026-11-24T15:30:00+01:00', date: '2026-11-24', time: '15:30' }
const four = { ...half, startsAt: '2026-11-24T16:00:00+01:00', time: '16:00' }
const service = { name: 'Cleaning', durationMin: 30 }

test('every flow in the folder is a template', () => {
  const files = readdirSync(new URL('../templates', import.meta.url)).filter((name) => name.endsWith('.flow.json'))
  const ids = files.map((name) => name.replace('.flow.json', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))
  expect(Object.keys(templates).sort()).toEqual(ids.sort())
})

test('no two cards of a template lie on each other, and it reads from left to right', () => {
  const [width, head, row] = [260, 90, 28]
  for (const [id, template] of Object.entries(templates)) {
    const cards = template.nodes.map((node) => ({
      ...node.position,
      height: head + row * outcomesOf(node, template).length,
      id: node.id,
    }))
    const overlaps = cards.filter((one, at) =>
      cards.slice(at + 1).some((other) => {
        const isBeside = one.x + width <= other.x || other.x + width <= one.x
        return !isBeside && one.y < other.y + other.height && other.y < one.y + one.height
      }),
    )
    expect([id, overlaps]).toEqual([id, []])
    expect(template.nodes.find((node) => node.id === template.start)?.position.x).toBe(Math.min(...cards.map(({ x }) => x)))
  }
})

test('appointment: a caller books a time', () => {
  const call = scenario(templates.appointment).spoken()
  call.spoken().says('I would like to book an appointment', meant('book'))
  expect(call.words()).toBe('Which day would suit you?')
  call.spoken().says('next Tuesday', slots({ day: '2026-11-24' }))
  expect(call.words()).toBe('At what time?')
  call.spoken().says('half past three', slots({ time: '15:30' }))
  call.spoken().says('Ada Lovelace', slots({ patient: 'Ada Lovelace' }))
  call.tool({ exact: true, times: [half], service })
  expect(call.awaited('callTool').input).toEqual({ service: 'Cleaning', startsAt: half.startsAt, name: 'Ada Lovelace' })
  call.tool({ booked: true, appointmentId: 'a', ...half })
  expect(call.words()).toBe('Thank you, Ada Lovelace. You are booked for a cleaning on Tuesday, November 24 at 3:30 PM.')
  expect(call.spoken().words()).toBe('Goodbye.')
  call.spoken().hungUp('agent')
  expect(call.state()).toMatchObject({ status: 'ended', outcome: 'completed', turns: 4 })
})

test('appointment: everything in one sentence, a taken time, opening hours first', () => {
  const call = scenario(templates.appointment).spoken().says('when are you open', meant('openingHours'))
  expect(call.words()).toContain('Monday to Friday')
  call.spoken().says('book me for Tuesday at three thirty', meant('book', 0.9, { day: '2026-11-24', time: '15:30' }))
  expect(call.words()).toBe('What is your name?')
  call.says('Ada').tool({ exact: false, times: [four], service })
  call.says('yes', slots({ _confirmed: true })).tool({ booked: true, appointmentId: 'a', ...four })
  expect(call.words()).toContain('at 4 PM')
})

test('appointment: a day named in a question about opening hours is no wish for that day', () => {
  const call = scenario(templates.appointment)
    .spoken()
    .says('are you open on Saturday', meant('openingHours', 0.9, { day: '2026-11-21' }))
  call.spoken().says('book an appointment', meant('book'))
  expect(call.words()).toBe('Which day would suit you?')
})

test('appointment: no free time asks for another day and only for that', () => {
  const call = scenario(templates.appointment).spoken()
  call
    .says('book', meant('book', 0.9, { day: '2026-11-24', time: '15:30' }))
    .says('Ada')
    .tool({ exact: false, times: [], service })
  expect(call.words()).toContain('Which other day would suit you?')
  call.says('Thursday', slots({ day: '2026-11-26' }))
  expect(call.awaited('callTool').input).toMatchObject({ date: '2026-11-26', time: '15:30' })
})

test('appointment: a person who does not answer, a caller who says nothing', () => {
  const person = scenario(templates.appointment).spoken().says('a person please', meant('person')).spoken().transferred('noAnswer')
  expect(person.words()).toContain('nobody can take your call')
  const nobody = scenario(templates.appointment).spoken().silent().silent().silent()
  expect(nobody.state()).toMatchObject({ at: 'silence', outcome: 'silent' })
})

test('known texts are exactly what is spoken where no variable is', () => {
  const known = knownTexts(templates.appointment, 'en')
  const said: string[] = []
  const call = scenario(templates.appointment)
  const listen = () => said.push(...call.effects().flatMap((effect) => (effect.type === 'say' ? [effect.text] : [])))
  listen()
  for (const play of [
    call.spoken,
    () => call.says('blah', meant(null)),
    call.silent,
    () => call.says('blah', meant(null)),
    call.silent,
    call.providerFailed,
  ]) {
    play('recognition')
    listen()
  }
  expect(said).toHaveLength(7)
  expect(known).toEqual(expect.arrayContaining(said))
  expect(known.some((text) => text.includes('{{'))).toBe(false)
  expect(knownTexts(templates.appointment, 'fr')).toContain('Quel jour vous conviendrait ?')
})
