import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { DbError } from './db-error.ts'

/** Encrypts texts for one row each: `place` (tenant, table, row ids) must be the same when reading, or reading fails. */
export type Cipher = {
  encrypt(text: string, place: readonly (string | number)[]): Uint8Array<ArrayBuffer>
  /** Throws ENCRYPTION_KEY_WRONG when another key wrote it, ENCRYPTED_DATA_DAMAGED when it was changed or moved. */
  decrypt(data: Uint8Array, place: readonly (string | number)[]): string
  /** The same bytes for the same text and place, by which a row is found; without the key nobody can try out texts. */
  fingerprint(text: string, place: readonly (string | number)[]): Uint8Array<ArrayBuffer>
}

const format = 1
const keyIdLength = 4
const ivLength = 12
const tagLength = 16
const headerLength = 1 + keyIdLength + ivLength

/**
 * AES-256-GCM. Stored form: format byte, key id (start of the key's SHA-256), random nonce, ciphertext, tag.
 * `keyBase64` is 32 bytes; anything else throws ENCRYPTION_KEY_INVALID.
 */
export function createCipher(keyBase64: string): Cipher {
  const key = Buffer.from(keyBase64, 'base64')
  if (key.length !== 32) throw new DbError('ENCRYPTION_KEY_INVALID', 'The encryption key must be 32 bytes, written in base64.')
  const fingerprintKey = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'parley fingerprint', 32))
  const keyId = createHash('sha256').update(key).digest().subarray(0, keyIdLength)

  return {
    fingerprint: (text, place) =>
      new Uint8Array(
        createHmac('sha256', fingerprintKey)
          .update(JSON.stringify([...place, text]))
          .digest(),
      ),
    encrypt(text, place) {
      const iv = randomBytes(ivLength)
      const header = Buffer.concat([Buffer.of(format), keyId, iv])
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound(header, place))
      return new Uint8Array(Buffer.concat([header, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]))
    },
    decrypt(data, place) {
      const bytes = Buffer.from(data)
      const header = bytes.subarray(0, headerLength)
      if (bytes.length < headerLength + tagLength || header[0] !== format) throw damaged()
      if (!header.subarray(1, 1 + keyIdLength).equals(keyId)) {
        throw new DbError('ENCRYPTION_KEY_WRONG', 'This was encrypted with another key. Start with the key that wrote it.')
      }
      const decipher = createDecipheriv('aes-256-gcm', key, header.subarray(1 + keyIdLength), { authTagLength: tagLength })
      decipher.setAAD(bound(header, place)).setAuthTag(bytes.subarray(bytes.length - tagLength))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(headerLength, bytes.length - tagLength)), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw damaged(cause)
      }
    },
  }
}

const bound = (header: Buffer, place: readonly (string | number)[]) => Buffer.concat([header, Buffer.from(JSON.stringify(place), 'utf8')])

const damaged = (cause?: unknown) =>
  new DbError('ENCRYPTED_DATA_DAMAGED', 'Encrypted data was changed or belongs to another row.', { cause })
