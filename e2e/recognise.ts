import { z } from 'zod'
import { stackVariable } from './stack.ts'

const answer = z.object({
  results: z.object({ channels: z.array(z.object({ alternatives: z.array(z.object({ transcript: z.string() })) })) }),
})

/** The words the local speech server hears in audio (Deepgram's prerecorded protocol), given what may be said. */
export async function recognise(samples: Int16Array, sampleRate: number, hints: readonly string[]): Promise<string> {
  const query = new URLSearchParams({ encoding: 'linear16', sample_rate: String(sampleRate), extra: 'expect:choice' })
  for (const hint of hints) query.append('keyterm', hint)
  const response = await fetch(`${await stackVariable('SPEECH_SERVER_URL')}/v1/listen?${query}`, {
    method: 'POST',
    headers: { authorization: 'Token test', 'content-type': 'application/octet-stream' },
    body: Uint8Array.from(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)),
  })
  return answer.parse(await response.json()).results.channels[0]?.alternatives[0]?.transcript ?? ''
}
