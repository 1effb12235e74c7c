import type { CarrierKind, CarrierType } from './carrier.ts'
import { exotel } from './exotel/exotel.ts'
import { twilio } from './twilio/twilio.ts'
import { vonage } from './vonage/vonage.ts'

/** Every carrier that is spoken with; `sip` is not yet. */
export const carrierTypes: Record<Exclude<CarrierKind, 'sip'>, CarrierType> = { twilio, vonage, exotel }

/** The carrier a stored connection names; undefined when this release does not know it. */
export const carrierTypeOf = (kind: string): CarrierType | undefined => Object.values(carrierTypes).find((type) => type.kind === kind)
