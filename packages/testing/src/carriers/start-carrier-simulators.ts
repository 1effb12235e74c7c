import type { SimulatorOptions } from './carrier-simulator.ts'
import { startExotelSimulator } from './exotel/start-exotel-simulator.ts'
import { startTwilioSimulator } from './twilio/start-twilio-simulator.ts'
import { startVonageSimulator } from './vonage/start-vonage-simulator.ts'

/** All carriers on loopback, with the same numbers and contacts. */
export async function startCarrierSimulators(options: SimulatorOptions = {}) {
  const [twilio, vonage, exotel] = await Promise.all([
    startTwilioSimulator(options),
    startVonageSimulator(options),
    startExotelSimulator({ ...options, withFlow: true }),
  ])
  return {
    twilio,
    vonage,
    exotel,
    async close() {
      await Promise.all([twilio.close(), vonage.close(), exotel.close()])
    },
  }
}
