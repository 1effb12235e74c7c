import { BlockList, isIP } from 'node:net'
import { basic } from '../ask.ts'
import type { CarrierRequest } from '../carrier.ts'
import { sameSecret } from '../same-secret.ts'
import type { ExotelCredentials } from './exotel-credentials.ts'

const user = 'parley'

/** The address with a user and password in it, which Exotel sends as HTTP Basic. */
export function withPassword(url: string, { webhookPassword }: ExotelCredentials): string {
  if (webhookPassword === undefined) return url
  const signed = new URL(url)
  signed.username = user
  signed.password = webhookPassword
  return signed.toString()
}

/** What is told of the password and of the addresses has to fit; both when both are. */
export function isFromExotel(request: CarrierRequest, { webhookPassword, addresses }: ExotelCredentials): boolean {
  if (webhookPassword === undefined && addresses.length === 0) return false
  const isKnown = webhookPassword === undefined || sameSecret(request.headers.authorization ?? '', basic(user, webhookPassword))
  return isKnown && (addresses.length === 0 || isListed(request.remoteAddress, addresses))
}

function isListed(from = '', addresses: readonly string[]): boolean {
  const address = from.replace(/^::ffff:(?=\d+\.)/, '')
  if (isIP(address) === 0) return false
  const list = new BlockList()
  for (const each of addresses) {
    const [host = '', bits] = each.split('/')
    const isFour = isIP(host) === 4
    list.addSubnet(host, Number(bits ?? (isFour ? 32 : 128)), isFour ? 'ipv4' : 'ipv6')
  }
  return list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
}
