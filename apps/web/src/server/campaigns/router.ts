import { router } from '../trpc.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { holidayCountries } from './holiday-countries.ts'
import { list } from './list.ts'
import { pause } from './pause.ts'
import { refusedRows } from './refused-rows.ts'
import { resume } from './resume.ts'
import { start } from './start.ts'
import { stop } from './stop.ts'
import { update } from './update.ts'

export const campaigns = router({ list, get, holidayCountries, refusedRows, create, update, start, pause, resume, stop })
