import { BlockList, isIP } from 'node:net'

const ownNetworks = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  ownNetworks.addSubnet(network, bits)
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  ownNetworks.addSubnet(network, bits, 'ipv6')

const ownNames = /(^|\.)(localhost|local|internal|lan)$/

/** Whether somebody on the public internet can mean anything by this address; false for this machine and its networks. Looks no name up. */
export function isWithinReach(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  if (family === 0) return host.includes('.') && !ownNames.test(host)
  return !ownNetworks.check(host, family === 6 ? 'ipv6' : 'ipv4')
}
