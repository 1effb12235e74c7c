import type { BookOutput, FindTimesOutput, FreeTime } from '@parley/flow-runtime'
import { availableTimes, isOpen, isoWithOffset, wallClockAt } from '@parley/integrations/times'

const durationMin = 30
const resource = 'local'
const weekdays = [1, 2, 3, 4, 5]

type Wanted = { date?: string; time?: string; timeZone: string }
type Booked = { appointmentId: string; service: string; startsAt: number }

/**
 * A calendar that exists only during a call in text: open from Monday to Friday, 9:00 to 12:00 and 13:00 to 17:00, half an hour
 * an appointment, nothing booked yet but by this call. Instants are epoch milliseconds; `now` is the start of the call.
 */
export function localCalendar(timeZone: string, now: number) {
  const hours = {
    timeZone,
    spans: weekdays.flatMap((weekday) => [
      { weekday, opens: '09:00', closes: '12:00' },
      { weekday, opens: '13:00', closes: '17:00' },
    ]),
  }
  const booked: Booked[] = []
  let count = 0
  const spanOf = (startsAt: number) => ({ resourceId: resource, startsAt, endsAt: startsAt + durationMin * 60_000 })
  const freeTimes = (wanted: Wanted): { exact: boolean; times: FreeTime[] } => {
    const busy = booked.map(({ startsAt }) => spanOf(startsAt))
    const { exact, times } = availableTimes({ hours, resourceIds: [resource], busy }, wanted, durationMin, now)
    return { exact, times: times.map(({ at, date, time }) => ({ startsAt: isoWithOffset(at, wanted.timeZone), date, time })) }
  }
  const shown = ({ appointmentId, startsAt }: Booked) => ({
    appointmentId,
    startsAt: isoWithOffset(startsAt, timeZone),
    ...wallClockAt(startsAt, timeZone),
  })
  const take = (startsAt: number, service: string, appointmentId: string): BookOutput => {
    const refused = (reason: 'taken' | 'closed'): BookOutput => {
      const { times } = freeTimes({ ...wallClockAt(startsAt, timeZone), timeZone })
      return { booked: false, reason, times }
    }
    if (startsAt <= now || !isOpen(hours, spanOf(startsAt))) return refused('closed')
    if (booked.some((other) => Math.abs(other.startsAt - startsAt) < durationMin * 60_000)) return refused('taken')
    const appointment = { appointmentId, service, startsAt }
    booked.push(appointment)
    return { booked: true, ...shown(appointment) }
  }
  const remove = (id: string) => {
    const index = booked.findIndex(({ appointmentId }) => appointmentId === id)
    return index < 0 ? undefined : booked.splice(index, 1)[0]
  }

  return {
    findTimes: (service: string, wanted: Wanted): FindTimesOutput => ({ ...freeTimes(wanted), service: { name: service, durationMin } }),
    book: (service: string, startsAt: string): BookOutput => {
      count += 1
      return take(Date.parse(startsAt), service, `local-${count}`)
    },
    appointments: () => booked.map((one) => ({ service: one.service, ...shown(one) })),
    reschedule: (id: string, startsAt: string): BookOutput => {
      const before = remove(id)
      const after = take(Date.parse(startsAt), before?.service ?? '', id)
      if (!after.booked && before) booked.push(before)
      return after
    },
    cancel: (id: string) => ({ cancelled: remove(id) !== undefined }),
  }
}
