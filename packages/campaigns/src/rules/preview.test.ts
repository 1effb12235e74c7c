import { expect, test } from 'vitest'
import { readCalendar } from '../clock/calendar.ts'
import { preview } from './preview.ts'

const calendar = readCalendar(
  { windows: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '10:00' }], holidays: { contactCountry: false } },
  () => new Set(),
)
const settings = {
  retry: { mostAttempts: 1, after: {} },
  consent: 'notRefused',
  limits: { concurrentCalls: 2, callsPerSecond: 5, maxCallMinutes: 5 },
} as const
const number = { suppressed: false, consent: 'unknown', calls: [] } as const
const lead = (id: string, zone: string) => ({ id, lead: { zones: [zone] }, attempts: [], number })

test('the first calls are spread over hours and days as the windows and the limits let them', () => {
  const leads = [
    ...Array.from({ length: 130 }, (_, index) => lead(`paris ${index}`, 'Europe/Paris')),
    lead('new york', 'America/New_York'),
    lead('nowhere', 'Nowhere/Land'),
    { ...lead('never', 'Europe/Paris'), number: { ...number, suppressed: true } },
  ]
  const seen = preview(leads, { settings, calendar }, Date.parse('2026-11-29T12:00:00Z'))
  expect(seen.hours).toEqual([
    { at: Date.parse('2026-11-30T08:00:00Z'), calls: 120 },
    { at: Date.parse('2026-11-30T14:00:00Z'), calls: 1 },
    { at: Date.parse('2026-12-01T08:00:00Z'), calls: 10 },
  ])
  expect(seen.first.slice(0, 2)).toEqual([
    { leadId: 'paris 0', at: Date.parse('2026-11-30T08:00:00Z'), local: '2026-11-30 09:00', zone: 'Europe/Paris' },
    { leadId: 'paris 1', at: Date.parse('2026-11-30T08:00:30Z'), local: '2026-11-30 09:00', zone: 'Europe/Paris' },
  ])
  expect(seen.never).toEqual({ unknownTimeZone: 1, suppressed: 1 })
  expect(seen).toMatchObject({ later: { leads: 0 }, isExact: true })
})

test('a lead keeps its place among leads of other zones that are open at the same time', () => {
  const leads = Array.from({ length: 6 }, (_, index) => lead(String(index), index % 2 === 0 ? 'Europe/Paris' : 'Europe/Berlin'))
  const { first } = preview(leads, { settings, calendar }, Date.parse('2026-11-30T08:00:00Z'))
  expect(first.map(({ leadId }) => leadId)).toEqual(['0', '1', '2', '3', '4', '5'])
})

test('of a hundred thousand leads the next two weeks are told, by a sample where all of them differ, and how many come later', () => {
  const now = Date.parse('2026-11-29T12:00:00Z')
  const zones = ['Europe/Paris', 'Europe/London', 'America/New_York', 'Asia/Tokyo']
  const zoneOf = (index: number) => zones[index % zones.length] ?? ''
  const alike = Array.from({ length: 100_000 }, (_, index) => lead(String(index), zoneOf(index)))
  const counted = ({ hours, later }: ReturnType<typeof preview>) => hours.reduce((sum, { calls }) => sum + calls, later.leads)
  const slow = preview(alike, { settings, calendar }, now)
  expect(slow).toMatchObject({ isExact: true, later: { after: Date.parse('2026-12-13T12:00:00Z') } })
  expect([slow.hours.length, counted(slow)]).toEqual([40, 100_000])
  const fast = { ...settings, limits: { concurrentCalls: 1_000, callsPerSecond: 100, maxCallMinutes: 5 } }
  const differing = alike.map((one, index) => ({
    ...one,
    attempts: [{ startedAt: now - 1_000 - index, endedAt: now - index, outcome: 'busy' as const }],
  }))
  const again = { ...fast, retry: { mostAttempts: 2, after: { busy: { delaysMinutes: [1], most: 2, dayPart: 'any' as const } } } }
  const sampled = preview(differing, { settings: again, calendar }, now)
  expect([sampled.isExact, sampled.later.leads]).toEqual([false, 0])
  expect(Math.abs(counted(sampled) - 100_000)).toBeLessThan(100)
})
