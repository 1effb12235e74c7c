import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Agent, fetch, type RequestInit, type Response } from 'undici'

/** Why an address that somebody typed is not called. */
export type AddressRefusal = 'NOT_HTTPS' | 'PRIVATE_ADDRESS' | 'UNKNOWN_HOST'

export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError'
  readonly code: AddressRefusal

  constructor(code: AddressRefusal) {
    super(`The address is not called: ${code}.`)
    this.code = code
  }
}

/** The origins in a list of addresses with commas between them; throws on what is no address. */
export const originsOf = (addresses = ''): string[] =>
  addresses
    .split(',')
    .filter((address) => address.trim() !== '')
    .map((address) => new URL(address.trim()).origin)

type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>
type GuardOptions = {
  /** Servers on this machine may be called, also without TLS: for development and tests. */
  loopback: boolean
  /** Origins that may be called although they are private or without TLS: whoever runs the installation vouches for them. */
  trusted?: readonly string[]
  resolve?: Resolve
}

export type AddressGuard = {
  /** Why the address may not be called; undefined when it may. Looks its name up. */
  refusal(url: string): Promise<AddressRefusal | undefined>
  /**
   * Calls an address that somebody typed. The addresses its name stands for are checked in the very look-up the connection is made with, so a
   * name that changes its mind is refused too. Redirects are not followed. Throws AddressRefusedError, or what `fetch` throws.
   */
  fetch(url: string, init?: RequestInit): Promise<Response>
}

const largestAnswer = 32 * 1024 * 1024

/** Lets servers of the public internet be called by https and refuses all others: this machine, its networks, the cloud's metadata. */
export function createAddressGuard({ loopback, trusted = [], resolve = resolveAll }: GuardOptions): AddressGuard {
  const unchecked = new Agent({ connect: { timeout: 5_000 }, maxResponseSize: largestAnswer })
  const isTrusted = ({ origin }: URL) => trusted.includes(origin)
  const mayCall: Record<string, (address: string) => boolean> = {
    'https:': (address) => isPublic(address) || (loopback && isLoopback(address)),
    ...(loopback ? { 'http:': isLoopback } : {}),
  }
  const agents = Object.fromEntries(
    Object.entries(mayCall).map(([protocol, isAllowed]) => [
      protocol,
      new Agent({ connect: { lookup: guardedLookup(resolve, isAllowed), timeout: 5_000 }, maxResponseSize: largestAnswer }),
    ]),
  )

  /** What can be said without a look-up. */
  function agentFor(url: URL): Agent {
    if (isTrusted(url)) return unchecked
    const agent = agents[url.protocol]
    if (!agent) throw new AddressRefusedError('NOT_HTTPS')
    const literal = hostOf(url)
    if (isIP(literal) && !mayCall[url.protocol]?.(literal)) throw new AddressRefusedError('PRIVATE_ADDRESS')
    return agent
  }

  return {
    async refusal(address) {
      try {
        const url = new URL(address)
        agentFor(url)
        if (isIP(hostOf(url)) === 0 && !isTrusted(url)) await allowedAddresses(resolve, hostOf(url), mayCall[url.protocol] ?? (() => false))
        return undefined
      } catch (error) {
        return error instanceof AddressRefusedError ? error.code : 'UNKNOWN_HOST'
      }
    },
    async fetch(address, init) {
      const dispatcher = agentFor(new URL(address))
      try {
        return await fetch(address, { ...init, redirect: 'manual', dispatcher })
      } catch (error) {
        const cause = error instanceof Error ? error.cause : undefined
        throw cause instanceof AddressRefusedError ? cause : error
      }
    },
  }
}

const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

const resolveAll: Resolve = (hostname) =>
  new Promise((done, failed) => lookup(hostname, { all: true }, (error, addresses) => (error ? failed(error) : done(addresses))))

/** All addresses of a name; throws when one of them may not be called: which of them is used is not ours to decide. */
async function allowedAddresses(resolve: Resolve, hostname: string, isAllowed: (address: string) => boolean) {
  const addresses = await resolve(hostname).catch(() => [])
  if (addresses.length === 0) throw new AddressRefusedError('UNKNOWN_HOST')
  if (!addresses.every(({ address }) => isAllowed(address))) throw new AddressRefusedError('PRIVATE_ADDRESS')
  return addresses
}

const guardedLookup =
  (resolve: Resolve, isAllowed: (address: string) => boolean): LookupFunction =>
  (hostname, { all }, callback) => {
    allowedAddresses(resolve, hostname, isAllowed).then(
      (addresses) => (all ? callback(null, addresses) : callback(null, addresses[0]?.address ?? '', addresses[0]?.family)),
      (error: Error) => callback(error, []),
    )
  }

const listOf = (ranges: readonly string[]) => {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits = ''] = range.split('/')
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6')
  }
  return (address: string) => list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
}

const isLoopback = listOf(['127.0.0.0/8', '::1/128'])

/** Not reachable from the whole internet, by the registries of special-purpose addresses (RFC 6890). */
const isSpecial4 = listOf([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
])
/** All that is handed out lies in 2000::/3; of that, addresses that carry IPv4 addresses and those for examples are left out. */
const isUnicast6 = listOf(['2000::/3'])
const isSpecial6 = listOf(['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'])

const isPublic = (address: string) => (isIP(address) === 4 ? !isSpecial4(address) : isUnicast6(address) && !isSpecial6(address))
