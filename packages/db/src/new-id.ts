import { randomBytes, randomInt } from 'node:crypto'

/** Of the 4,096 numbers within a millisecond, the first is one of the lower half: most milliseconds have room for what follows. */
const firstBelow = 2_048
const most = 4_095
let last = { at: 0, number: 0 }

/** A UUIDv7: ids made later sort later, in one process also within a millisecond (RFC 9562, 6.2, method 1; a full millisecond borrows the next one). */
export function newId(now = Date.now()): string {
  if (now > last.at) last = { at: now, number: randomInt(firstBelow) }
  else last = last.number < most ? { at: last.at, number: last.number + 1 } : { at: last.at + 1, number: 0 }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(last.at, 0, 6)
  bytes.writeUInt16BE(0x7000 | last.number, 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
