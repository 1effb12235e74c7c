import { encodeMuLaw } from '@parley/audio'
import { encodeALaw } from '../audio/a-law.ts'
import { bytesOf } from '../audio/wav.ts'

export type OutputFormat = { rate: number; contentType: string; encode(samples: Int16Array): Uint8Array }

const PCM_RATES = new Set([8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000])

/** ElevenLabs' `output_format`; null for one this server cannot make (MP3 and Opus need an encoder). */
export function parseOutputFormat(name: string): OutputFormat | null {
  const [codec = '', rateText = ''] = name.split('_')
  const rate = Number(rateText)
  if (codec === 'pcm' && PCM_RATES.has(rate)) return { rate, contentType: 'audio/pcm', encode: bytesOf }
  if (codec === 'ulaw' && rate === 8000) return { rate, contentType: 'audio/basic', encode: encodeMuLaw }
  if (codec === 'alaw' && rate === 8000) return { rate, contentType: 'audio/x-alaw-basic', encode: encodeALaw }
  return null
}
