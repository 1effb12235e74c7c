import { router } from '../trpc.ts'
import { begin } from './begin.ts'
import { calendar } from './calendar.ts'
import { changeCalendar } from './change-calendar.ts'
import { note } from './note.ts'
import { read } from './read.ts'

export const firstRun = router({ read, begin, note, calendar, changeCalendar })
