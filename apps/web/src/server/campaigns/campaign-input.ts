import { holidayCountries } from '@parley/campaigns/holidays'
import { campaignSettings } from '@parley/campaigns/settings'
import { z } from 'zod'

export const campaignIdInput = z.object({ campaignId: z.uuid() })

/** In a country whose holidays nobody knows, nobody would ever be called. */
const areHolidaysKnown = (countries: readonly string[]) => {
  const known = new Set(holidayCountries())
  return countries.every((country) => known.has(country))
}

/** A campaign as the form sends it. */
export const campaignInput = z.object({
  name: z.string().trim().min(1).max(80),
  settings: campaignSettings.refine(({ schedule }) => areHolidaysKnown(schedule.holidays.countries)),
})
