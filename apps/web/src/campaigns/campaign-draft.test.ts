import { campaignSettings } from '@parley/campaigns/settings'
import { describe, expect, it } from 'vitest'
import { campaigns as en } from '../i18n/en/campaigns.ts'
import { campaignDraftOf, faultsOf, newCampaignDraft, settingsOf } from './campaign-draft.ts'
import { delayWords, readDelays } from './delay-words.ts'

const [flowId, flowVersionId, connectionId] = ['1', '2', '3'].map((digit) => `${digit.repeat(8)}-1111-4111-8111-111111111111`)
const number = {
  ...{ id: 'n', connectionId: connectionId ?? '', number: '+33123456789', name: '', flowId: null, routing: { hours: [] } },
  ...{ national: '', international: '' },
}
const begun = { ...newCampaignDraft(number, flowId ?? '', 'd'), name: 'Recall' }
const words = (delays: readonly number[]) => delayWords(delays, en)

describe('the form of a campaign', () => {
  it('needs a name only: all else has values the server takes', () => {
    expect(faultsOf({ ...begun, name: ' ' })).toEqual({ name: 'nameMissing' })
    expect(faultsOf(begun)).toEqual({})
    expect(campaignSettings.parse(settingsOf(begun, flowVersionId ?? ''))).toMatchObject({
      schedule: {
        windows: [
          { weekdays: [1, 2, 3, 4, 5], from: '10:00', to: '13:00' },
          { weekdays: [1, 2, 3, 4, 5], from: '14:00', to: '19:00' },
        ],
      },
      retry: { after: { noAnswer: { delaysMinutes: [240, 1_440], most: 3, dayPart: 'other' } } },
    })
  })

  it('gives back what is stored, also what it does not show', () => {
    const stored = campaignSettings.parse({
      ...settingsOf({ ...begun, isCapped: false, firstDate: '2027-01-04' }, flowVersionId ?? ''),
      defaultCountry: 'FR',
      schedule: {
        windows: [
          { weekdays: [6], from: '09:30', to: '24:00' },
          { weekdays: [1, 3], from: '10:00', to: '12:00' },
        ],
        firstDate: '2027-01-04',
        holidays: { countries: ['BE'], contactCountry: false, dates: ['2027-02-01'] },
      },
      retry: { mostAttempts: 2, after: { busy: { delaysMinutes: [45], most: 1 }, timeLimit: { delaysMinutes: [60], most: 1 } } },
    })
    expect(settingsOf(campaignDraftOf('Recall', stored, words), stored.flowVersionId, stored)).toEqual(stored)
  })

  it('names what is wrong', () => {
    const { after } = begun
    expect(faultsOf({ ...begun, hours: [] })).toEqual({ hours: 'hoursMissing' })
    expect(faultsOf({ ...begun, firstDate: '2027-02-01', lastDate: '2027-01-01' })).toEqual({ hours: 'datesWrong' })
    expect(faultsOf({ ...begun, concurrentCalls: 0, maxCallMinutes: 11 })).toEqual({ limits: 'limitsWrong' })
    expect(faultsOf({ ...begun, capDays: Number.NaN })).toEqual({ limits: 'capWrong' })
    expect(faultsOf({ ...begun, after: { ...after, busy: { ...after.busy, delays: 'soon' } } })).toEqual({ retries: 'delaysWrong' })
    expect(faultsOf({ ...begun, mostAttempts: 21 })).toEqual({ retries: 'retriesWrong' })
  })
})

it.each([
  ['30 min, 4h, 1 d', [30, 240, 1_440], '30 min, 4 h, 1 d'],
  ['2 j; 90m', [2_880, 90], '2 d, 90 min'],
])('the delays “%s” are read and told', (text, delays, told) => {
  expect(readDelays(text)).toEqual(delays)
  expect(words(delays)).toBe(told)
})

it.each(['', '0 min', '61 d', '5', '1 week', '1 h,', '-1 h'])('“%s” are no delays', (text) => {
  expect(readDelays(text)).toBeUndefined()
})
