import { type CarrierDeps, carrierTypeOf, carrierUrl } from '@parley/carriers'
import type { CarrierFor } from './line-carrier.ts'

const seconds = (ms: number) => Math.ceil(ms / 1_000)

/** Carriers as they are reached from this process. `publicUrl`: the studio's address as carriers see it. */
export function createCarrierFor(publicUrl: string, deps: CarrierDeps): CarrierFor {
  return ({ id, carrier: kind, credentials, apiBase }) => {
    const type = carrierTypeOf(kind)
    if (!type?.credentials.safeParse(credentials).success) return undefined
    const carrier = type.open({ credentials, apiBase: apiBase ?? undefined }, deps)
    return {
      dial: ({ to, from, reference, ringMs, maxCallMs, detectMachine }) =>
        carrier.dial({
          to,
          from,
          reference,
          answerUrl: carrierUrl(publicUrl, 'answer', id),
          statusUrl: carrierUrl(publicUrl, 'status', id),
          ringSeconds: seconds(ringMs),
          maxCallSeconds: seconds(maxCallMs),
          detectMachine,
        }),
      async find(sought) {
        const found = await carrier.find(sought)
        return found.state === 'found' ? found.carrierCallId : undefined
      },
      async hangUp(carrierCallId) {
        return (await carrier.hangUp(carrierCallId)) === 'over'
      },
    }
  }
}
