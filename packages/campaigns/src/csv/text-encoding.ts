/** Opens the file from its beginning; it is read more than once. */
export type OpenFile = () => AsyncIterable<Uint8Array>

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type TextEncoding = (typeof textEncodings)[number]

/** The encoding of a text: by its byte order mark, by its zero bytes, UTF-8 when all of it is, else what Windows writes in western Europe. */
export async function encodingOf(open: OpenFile): Promise<TextEncoding> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const bytes of open()) {
      if (isFirst && bytes.length > 0) {
        isFirst = false
        if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
        if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
        const start = bytes.subarray(0, 1_000)
        if (zeros(start, 1) > start.length / 5) return 'utf-16le'
        if (zeros(start, 0) > start.length / 5) return 'utf-16be'
      }
      strict.decode(bytes, { stream: true })
    }
    strict.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}

const zeros = (bytes: Uint8Array, offset: number) => bytes.filter((byte, index) => index % 2 === offset && byte === 0).length

/** The file as text, in pieces, without a byte order mark. */
export async function* textOf(open: OpenFile, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const bytes of open()) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}
