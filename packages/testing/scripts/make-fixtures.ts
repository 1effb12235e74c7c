/** Remakes e2e/fixtures/*.wav with a running speech server: node --import tsx packages/testing/scripts/make-fixtures.ts http://127.0.0.1:7070 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWav } from '../src/wav.ts'

const sentences = {
  'book-appointment': 'I would like to book an appointment',
  tomorrow: 'tomorrow',
  'three-in-the-afternoon': 'at three in the afternoon',
  'john-smith': 'my name is john smith',
  yes: 'yes please',
  no: 'no thank you',
  tuesday: 'tuesday',
  'ten-in-the-morning': 'ten in the morning',
  'the-first-one': 'the first one',
  'talk-to-a-person': 'I want to talk to a person',
}
/** Voice and speed that the local recogniser understands best, and not the agent's. */
const voice = 'en-us+f2'
const speed = 0.9
const sampleRate = 16_000
const quarterSecond = sampleRate / 4

const server = process.argv[2] ?? 'http://127.0.0.1:7070'
const folder = join(import.meta.dirname, '../../../e2e/fixtures')
await mkdir(folder, { recursive: true })
for (const [name, text] of Object.entries(sentences)) {
  const response = await fetch(`${server}/v1/text-to-speech/${encodeURIComponent(voice)}/stream?output_format=pcm_${sampleRate}`, {
    method: 'POST',
    headers: { 'xi-api-key': 'fixtures', 'content-type': 'application/json' },
    body: JSON.stringify({ text, voice_settings: { speed } }),
  })
  if (!response.ok) throw new Error(`The speech server answered ${response.status}.`)
  const speech = new Int16Array(await response.arrayBuffer())
  const samples = new Int16Array(speech.length + 2 * quarterSecond)
  samples.set(speech, quarterSecond)
  await writeWav(join(folder, `${name}.wav`), { sampleRate, channels: 1, samples })
  process.stdout.write(`${name}.wav: "${text}", ${(samples.length / sampleRate).toFixed(2)} s\n`)
}
