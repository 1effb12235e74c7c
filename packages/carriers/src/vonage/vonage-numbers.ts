import { z } from 'zod'
import { accepted, ask, basic, inShape } from '../ask.ts'
import type { CarrierDeps, CarrierNumber } from '../carrier.ts'
import { CarrierError } from '../carrier-error.ts'
import type { VonageCredentials } from './vonage-credentials.ts'
import { vonageError } from './vonage-errors.ts'
import { fromVonage, toVonage } from './vonage-number.ts'

const page = z.object({
  numbers: z.array(z.object({ country: z.string(), msisdn: z.string(), app_id: z.string().optional() })).default([]),
})
const application = z.looseObject({
  name: z.string(),
  capabilities: z.looseObject({ voice: z.looseObject({ webhooks: z.record(z.string(), z.unknown()).optional() }).optional() }).optional(),
})

/** Numbers belong to the account and are signed in to with its key; calls belong to the application, and all its numbers ring at its address. */
export function vonageNumbers(credentials: VonageCredentials, apiBase: string, { fetch }: Pick<CarrierDeps, 'fetch'>) {
  // The vendor has numbers at another address than calls.
  const numbersBase = /(^|\.)(nexmo|vonage)\.com$/.test(new URL(apiBase).hostname) ? 'https://rest.nexmo.com' : apiBase
  const authorization = basic(credentials.apiKey, credentials.apiSecret)
  const applicationUrl = `${apiBase}/v2/applications/${credentials.applicationId}`

  async function owned() {
    const answer = await ask(fetch, { url: `${numbersBase}/account/numbers?size=100`, authorization })
    return inShape(page, accepted(answer, vonageError)).numbers
  }

  async function readApplication() {
    return inShape(application, accepted(await ask(fetch, { url: applicationUrl, authorization }), vonageError))
  }

  return {
    readApplication,
    list: async (): Promise<CarrierNumber[]> => (await owned()).map(({ msisdn }) => ({ id: msisdn, number: fromVonage(msisdn) })),
    async route(number: string, { answerUrl, statusUrl }: { answerUrl: string; statusUrl: string }): Promise<void> {
      const found = (await owned()).find(({ msisdn }) => msisdn === toVonage(number))
      if (!found) throw new CarrierError('CARRIER_NUMBER_UNKNOWN')
      const { name, capabilities } = await readApplication()
      const webhooks = {
        ...capabilities?.voice?.webhooks,
        answer_url: { address: answerUrl, http_method: 'POST' },
        event_url: { address: statusUrl, http_method: 'POST' },
      }
      const json = { name, capabilities: { ...capabilities, voice: { ...capabilities?.voice, webhooks } } }
      accepted(await ask(fetch, { url: applicationUrl, method: 'PUT', authorization, json }), vonageError)
      const form = { country: found.country, msisdn: found.msisdn, app_id: credentials.applicationId }
      accepted(await ask(fetch, { url: `${numbersBase}/number/update`, method: 'POST', authorization, form }), vonageError)
    },
  }
}
