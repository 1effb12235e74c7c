import { resample, trimSilence } from './audio.ts'
import { callerRate } from './caller/microphone.ts'
import { readWav } from './wav.ts'

/** Another voice than the agent's, and the one the local recogniser understands best (57 of 63 sentences; en-gb-x-rp 43). */
const callerVoice = 'en-us+f2'
const callerSpeed = 0.9

/** A caller's sentence from a speech server's voice (ElevenLabs' protocol), at 48 kHz without silence at its ends. */
export async function speak(speechServerUrl: string, text: string, voice = callerVoice, speed = callerSpeed): Promise<Int16Array> {
  const rate = 24_000
  const response = await fetch(`${speechServerUrl}/v1/text-to-speech/${encodeURIComponent(voice)}/stream?output_format=pcm_${rate}`, {
    method: 'POST',
    headers: { 'xi-api-key': 'caller', 'content-type': 'application/json' },
    body: JSON.stringify({ text, model_id: 'local', voice_settings: { speed } }),
    signal: AbortSignal.timeout(15_000),
  })
  if (!response.ok) throw new Error(`The speech server answered ${response.status}.`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const samples = new Int16Array(bytes.byteLength >> 1)
  new Uint8Array(samples.buffer).set(bytes.subarray(0, samples.byteLength))
  return trimSilence(resample(samples, rate, callerRate))
}

/** A caller's sentence from a mono WAV file, at 48 kHz without silence at its ends. */
export async function lineFromWav(path: string): Promise<Int16Array> {
  const { samples, sampleRate } = await readWav(path)
  return trimSilence(resample(samples, sampleRate, callerRate))
}
