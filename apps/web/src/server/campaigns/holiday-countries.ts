import { holidayCountries as known } from '@parley/campaigns/holidays'
import { procedure } from '../trpc.ts'

/** The countries (two letters) whose public holidays a campaign can keep. */
export const holidayCountries = procedure.query(() => known())
