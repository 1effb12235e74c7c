import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { channelOf, type Wav, writeWav } from '@parley/testing'
import { z } from 'zod'

const answer = z.object({
  results: z.object({ channels: z.array(z.object({ alternatives: z.array(z.object({ transcript: z.string() })) })) }),
})

/** Percent of the expected words that a recogniser, which is told the sentences that may come, hears on the agent's side in their order. */
export async function recognisedWords(speechUrl: string, recording: Wav, expected: readonly string[]): Promise<number> {
  const file = path.join(tmpdir(), `parley-agent-side-${process.pid}.wav`)
  await writeWav(file, { sampleRate: recording.sampleRate, channels: 1, samples: channelOf(recording, 1) })
  const query = new URLSearchParams({ language: 'en' })
  const sentences = new Set(expected.flatMap((text) => text.split(/(?<=[.?!,])\s+/)).map((text) => wordsOf(text).join(' ')))
  for (const sentence of sentences) query.append('keyterm', sentence)
  try {
    const response = await fetch(`${speechUrl}/v1/listen?${query}`, {
      method: 'POST',
      headers: { authorization: 'Token listener', 'content-type': 'audio/wav' },
      body: await readFile(file),
      signal: AbortSignal.timeout(60_000),
    })
    if (!response.ok) throw new Error(`The speech server answered ${response.status}: ${await response.text()}`)
    const { results } = answer.parse(await response.json())
    const heard = wordsOf(results.channels[0]?.alternatives[0]?.transcript ?? '')
    const wanted = expected.flatMap(wordsOf)
    return Math.round((100 * inOrder(wanted, heard)) / Math.max(1, wanted.length))
  } finally {
    await rm(file, { force: true })
  }
}

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []

/** Length of the longest common subsequence. */
function inOrder(wanted: readonly string[], heard: readonly string[]): number {
  let row = new Array<number>(heard.length + 1).fill(0)
  for (const word of wanted) {
    const next = [0]
    for (const [i, other] of heard.entries()) next.push(word === other ? (row[i] ?? 0) + 1 : Math.max(row[i + 1] ?? 0, next[i] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}
