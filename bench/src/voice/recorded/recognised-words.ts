import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { channelOf, soundSpans, type Wav, writeWav } from '@parley/testing'
import { z } from 'zod'

const answer = z.object({
  results: z.object({ channels: z.array(z.object({ alternatives: z.array(z.object({ transcript: z.string() })) })) }),
})

/** Pauses from which the recogniser is given the next piece: it understands clauses better than whole turns. */
const pauseMs = 120
/** Silence before and after a piece. */
const aroundMs = 500

/** Percent of the expected words that a recogniser, which is told the clauses that may come, hears on the agent's side in their order. */
export async function recognisedWords(speechUrl: string, recording: Wav, expected: readonly string[]): Promise<number> {
  const { sampleRate } = recording
  const agent = channelOf(recording, 1)
  const at = (ms: number) => Math.round((ms * sampleRate) / 1_000)
  const hints = [...new Set(expected.flatMap(clausesOf))]
  const heard: string[] = []
  for (const { fromMs, toMs } of soundSpans(agent, sampleRate, pauseMs)) {
    const piece = new Int16Array(at(toMs - fromMs + 2 * aroundMs))
    piece.set(agent.subarray(at(fromMs), at(toMs)), at(aroundMs))
    heard.push(...wordsOf(await recognise(speechUrl, { sampleRate, channels: 1, samples: piece }, hints)))
  }
  const wanted = expected.flatMap(wordsOf)
  return Math.round((100 * inOrder(wanted, heard)) / Math.max(1, wanted.length))
}

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []

/** Sentences and their parts between commas. */
const clausesOf = (text: string) =>
  [/(?<=[.?!])\s+/, /(?<=[.?!,])\s+/].flatMap((border) => text.split(border)).map((clause) => wordsOf(clause).join(' '))

async function recognise(speechUrl: string, wav: Wav, hints: readonly string[]): Promise<string> {
  const file = path.join(tmpdir(), `parley-agent-side-${process.pid}.wav`)
  await writeWav(file, wav)
  const query = new URLSearchParams({ language: 'en', extra: 'expect:choice' })
  for (const hint of hints) query.append('keyterm', hint)
  try {
    const response = await fetch(`${speechUrl}/v1/listen?${query}`, {
      method: 'POST',
      headers: { authorization: 'Token listener', 'content-type': 'audio/wav' },
      body: await readFile(file),
      signal: AbortSignal.timeout(60_000),
    })
    if (!response.ok) throw new Error(`The speech server answered ${response.status}: ${await response.text()}`)
    const { results } = answer.parse(await response.json())
    return results.channels[0]?.alternatives[0]?.transcript ?? ''
  } finally {
    await rm(file, { force: true })
  }
}

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
