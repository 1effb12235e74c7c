import { env } from '../../env.ts'

/**
 * Where a request came from: as the outermost of our own proxies saw it. Undefined without proxies of our own, because then anybody may write what they
 * like into the header.
 */
export function remoteAddressOf(headers: Headers, proxies = env().PARLEY_PROXIES): string | undefined {
  if (proxies === 0) return undefined
  const seen = (headers.get('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  return seen.at(-proxies) || undefined
}
