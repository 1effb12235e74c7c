const opusRate = 48_000

/** How many channels and seconds an Ogg Opus file (RFC 7845) or a WAV file has; undefined for anything else. */
export function readSoundHead(file: Buffer): { channels: number; seconds: number } | undefined {
  const says = (text: string, at: number) => file.toString('latin1', at, at + text.length) === text
  if (says('OggS', 0)) {
    const head = file.indexOf('OpusHead')
    const lastPage = file.lastIndexOf('OggS')
    if (head < 0 || lastPage + 14 > file.length) return undefined
    const samples = Number(file.readBigInt64LE(lastPage + 6)) - file.readUInt16LE(head + 10)
    return { channels: file.readUInt8(head + 9), seconds: samples / opusRate }
  }
  if (!says('RIFF', 0) || !says('WAVE', 8) || file.length < 44) return undefined
  return { channels: file.readUInt16LE(22), seconds: (file.length - 44) / file.readUInt32LE(28) }
}
