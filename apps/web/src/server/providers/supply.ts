import { createAddressGuard, originsOf } from '@parley/net-guard'
import { env } from '../../env.ts'
import { once } from '../once.ts'
import { createVendorSupply } from './vendor-supply.ts'

/** Which typed addresses this process calls: in production those of the public internet and the trusted ones. */
export const addressGuard = once('address-guard', () =>
  createAddressGuard({ loopback: env().NODE_ENV !== 'production', trusted: originsOf(env().PARLEY_TRUSTED_ADDRESSES) }),
)

/** The vendors as this process asks them. */
export const supply = once('supply', () => createVendorSupply({ guard: addressGuard(), localUrl: env().SPEECH_SERVER_URL }))
