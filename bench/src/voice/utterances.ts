import { callerRate, resample, trimSilence, type Utterance } from '@parley/testing'
import { z } from 'zod'

const rate = 24_000
const line = z.object({
  audio_base64: z.string(),
  alignment: z
    .object({
      characters: z.array(z.string()),
      character_start_times_seconds: z.array(z.number()),
      character_end_times_seconds: z.array(z.number()),
    })
    .nullish(),
})

/** An utterance as it is known to the recogniser, and as the caller speaks it (48 kHz). */
export type SpokenUtterance = Utterance & { name: string; caller: Int16Array }

/** What is to be spoken: a text in the usual voice, or in another one and another language. */
export type ToSpeak = string | { text: string; voice: string; language: string }

/** Speaks texts with the local speech server, with the time of every word. */
export async function speakUtterances(speechUrl: string, texts: readonly ToSpeak[], usualVoice = 'en-us+f2'): Promise<SpokenUtterance[]> {
  const spoken: SpokenUtterance[] = []
  for (const wanted of texts) {
    if (typeof wanted === 'string') spoken.push(await speakOne(speechUrl, wanted, usualVoice))
    else spoken.push({ ...(await speakOne(speechUrl, wanted.text, wanted.voice)), language: wanted.language })
  }
  return spoken
}

async function speakOne(speechUrl: string, text: string, voice: string): Promise<SpokenUtterance> {
  const response = await fetch(
    `${speechUrl}/v1/text-to-speech/${encodeURIComponent(voice)}/stream/with-timestamps?output_format=pcm_${rate}`,
    {
      method: 'POST',
      headers: { 'xi-api-key': 'caller', 'content-type': 'application/json' },
      body: JSON.stringify({ text, model_id: 'local', voice_settings: { speed: 0.95 } }),
      signal: AbortSignal.timeout(15_000),
    },
  )
  if (!response.ok) throw new Error(`The speech server answered ${response.status}.`)
  const parts: Buffer[] = []
  const words: { word: string; startMs: number; endMs: number }[] = []
  let current: { word: string; startMs: number; endMs: number } | undefined
  for (const json of (await response.text()).split('\n').filter((each) => each.trim() !== '')) {
    const { audio_base64: audio, alignment } = line.parse(JSON.parse(json))
    parts.push(Buffer.from(audio, 'base64'))
    alignment?.characters.forEach((character, i) => {
      const startMs = (alignment.character_start_times_seconds[i] ?? 0) * 1_000
      const endMs = (alignment.character_end_times_seconds[i] ?? 0) * 1_000
      if (/\s/.test(character)) {
        if (current) words.push(current)
        current = undefined
      } else current = { word: (current?.word ?? '') + character, startMs: current?.startMs ?? startMs, endMs }
    })
  }
  if (current) words.push(current)
  const bytes = Buffer.concat(parts)
  const samples = new Int16Array(bytes.byteLength >> 1)
  new Uint8Array(samples.buffer).set(bytes.subarray(0, samples.byteLength))
  const lead = samples.findIndex((sample) => Math.abs(sample) >= 200)
  const pcm = trimSilence(samples)
  const leadMs = (Math.max(0, lead) * 1_000) / rate
  const lengthMs = (pcm.length * 1_000) / rate
  const placed = words.map(({ word, startMs, endMs }) => ({
    word,
    startMs: Math.max(0, startMs - leadMs),
    endMs: Math.min(lengthMs, endMs - leadMs),
  }))
  const last = placed.at(-1)
  if (last) last.endMs = lengthMs
  return { name: text, text, pcm, rate, words: placed, caller: resample(pcm, rate, callerRate) }
}
