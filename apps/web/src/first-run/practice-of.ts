import type { Practice } from './practice.ts'

type Calendar = {
  name: string
  services: readonly { name: string; durationMin: number }[]
  openingHours: readonly { weekday: number; opens: string; closes: string }[]
}

/** What the path's questions start from: the workspace's calendar, with its first hours for all days. */
export function practiceOf({ name, services, openingHours }: Calendar): Practice {
  const [first = { opens: '09:00', closes: '18:00' }] = openingHours
  const days = [...new Set(openingHours.map(({ weekday }) => weekday))]
  return { name, days: days.length > 0 ? days : [1, 2, 3, 4, 5], opens: first.opens, closes: first.closes, services }
}

/** Whether everything is answered, and nothing twice. */
export function isComplete({ name, days, opens, closes, services }: Practice): boolean {
  const names = services.map((service) => service.name.trim().toLowerCase())
  const isLong = services.every(({ durationMin }) => Number.isInteger(durationMin) && durationMin >= 5 && durationMin <= 720)
  return (
    name.trim() !== '' &&
    days.length > 0 &&
    opens !== '' &&
    opens < closes &&
    names.length > 0 &&
    !names.includes('') &&
    new Set(names).size === names.length &&
    isLong
  )
}
