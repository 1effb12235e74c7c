import { expect, test } from 'vitest'
import { z } from 'zod'
import { installedProviders } from '../../speech-config.ts'
import { createSpeechCache } from '../cache.ts'
import { oneChunk } from '../one-chunk.ts'
import type { SpeechNote } from '../speech-error.ts'
import type { SpeechRate, SynthesisChunk } from '../synthesiser.ts'
import { synthesiserOf } from '../vendors.ts'
import { createJoinedSynthesis } from './joined-synthesis.ts'
import { loudness } from './sound.ts'
import { splitSpeech } from './split-speech.ts'

const { SPEECH_SERVER_URL } = z.object({ SPEECH_SERVER_URL: z.string() }).parse(process.env)
const local = installedProviders({ SPEECH_SERVER_URL }).find(({ kind }) => kind === 'synthesis')
if (!local) throw new Error('The local voice is missing.')
/** Without deadlines: what is measured here is no time. */
const speech = createSpeechCache().keeping(synthesiserOf(local).synthesiser, 'local')

/** Sentences as flows say them; what is in brackets changes from call to call. */
const sentences = {
  en: [
    'Thank you for calling, [Anna Martin,] how can I help you?',
    'Very good. [Your appointment is on Monday at ten,] see you then.',
    'One moment please, [I am looking for times on Tuesday,] this takes a few seconds.',
    'I am sorry, [nothing is free on Friday,] would another day suit you?',
    'All right, [that makes forty two euros,] is this correct?',
    'Your code is: [four seven one two.] Please write it down.',
    'Good morning. [This is the practice of Dr. Smith.] What can I do for you?',
    'I have noted it, [the table is booked for six people,] is there anything else?',
    'Before we go on, [I need the postcode of Oak Lane,] please say it slowly.',
    '[Mister Brown,] I am calling from the clinic. Do you have a minute?',
    'That is possible, [on the third of May at nine,] shall I book it?',
    'Sorry, [I did not find the order seven seven,] could you repeat the number?',
  ],
  fr: [
    'Merci de votre appel, [madame Dupont,] comment puis-je vous aider ?',
    'Très bien. [Votre rendez-vous est lundi à dix heures,] à bientôt.',
    'Un instant, [je regarde les horaires de mardi,] cela prend quelques secondes.',
    'Je suis désolée, [rien n’est libre vendredi,] un autre jour vous conviendrait ?',
    'D’accord, [cela fait quarante-deux euros,] est-ce correct ?',
    'Votre code est : [quatre sept un deux.] Notez-le bien.',
    'Bonjour. [Ici le cabinet du docteur Bernard.] Que puis-je faire pour vous ?',
    'C’est noté, [la table est pour six personnes,] désirez-vous autre chose ?',
    'Avant de continuer, [il me faut le code postal de Lyon,] dites-le lentement.',
    '[Monsieur Petit,] je vous appelle de la clinique. Avez-vous une minute ?',
  ],
} as const

const largestStep = (pcm: Int16Array) =>
  pcm.reduce((most, sample, i) => Math.max(most, i === 0 ? 0 : Math.abs(sample - (pcm[i - 1] ?? 0))), 0)

/** Magnitudes of the spectrum of a window of so many samples, in 32 bands to 3.5 kHz. */
function spectrumOf(size: number, sampleRate: number) {
  const turn = (2 * Math.PI) / sampleRate
  const hann = (i: number) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size)
  const table = (wave: (angle: number) => number) =>
    Array.from({ length: 32 }, (_, k) => Float64Array.from({ length: size }, (_, i) => hann(i) * wave((k + 1) * 110 * turn * i)))
  const [cosines, sines] = [table(Math.cos), table(Math.sin)]
  const along = (pcm: Int16Array, wave: Float64Array = new Float64Array()) =>
    pcm.reduce((sum, sample, i) => sum + sample * (wave[i] ?? 0), 0)
  return (pcm: Int16Array) => cosines.map((cosine, k) => Math.hypot(along(pcm, cosine), along(pcm, sines[k])) / size)
}

/** Steps and spectral flux every 8 ms of a sound. */
function courseOf(pcm: Int16Array, sampleRate: number) {
  const [hop, size] = [sampleRate * 0.008, sampleRate * 0.016]
  const spectrum = spectrumOf(size, sampleRate)
  const course: { at: number; step: number; flux: number }[] = []
  let before: number[] | undefined
  for (let at = 0; at + size <= pcm.length; at += hop) {
    const now = spectrum(pcm.subarray(at, at + size))
    const flux = before ? Math.sqrt(now.reduce((sum, value, i) => sum + Math.max(0, value - (before?.[i] ?? 0)) ** 2, 0)) : 0
    course.push({ at, step: largestStep(pcm.subarray(at, at + size)), flux })
    before = now
  }
  return course
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0

/** The silences of at least 60 ms. */
function silences(pcm: Int16Array, sampleRate: number) {
  const hop = sampleRate * 0.005
  const found: { from: number; to: number }[] = []
  let from: number | undefined
  for (let at = 0; at <= pcm.length; at += hop) {
    const isQuiet = at < pcm.length && loudness(pcm.subarray(at, at + hop)) <= 104
    if (isQuiet) from ??= at
    else {
      if (from !== undefined && at - from >= sampleRate * 0.06) found.push({ from, to: at })
      from = undefined
    }
  }
  return found
}

async function spoken(stream: AsyncIterable<SynthesisChunk>): Promise<SynthesisChunk> {
  const chunks: SynthesisChunk[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return oneChunk(chunks)
}

test.each([24_000, 8_000] as const)(
  'at %i samples a second no join of known and changing words can be heard',
  async (sampleRate: SpeechRate) => {
    const notes: SpeechNote[] = []
    const seams: { step: number; flux: number; pauseMs: number }[] = []
    const fluxes: number[] = []
    const made: { joined: SynthesisChunk; pieces: { text: string; pcm: Int16Array }[] }[] = []
    for (const language of ['en', 'fr'] as const) {
      for (const marked of sentences[language]) {
        const text = marked.replace(/[[\]]/g, '')
        const known = new Set(marked.split(/\s*\[.*\]\s*/).filter((words) => words !== ''))
        const how = { language, sampleRate }
        await speech.prepare({ texts: [...known], ...how })
        const synthesis = createJoinedSynthesis(speech, () => known)
        const unevenBefore = notes.length
        const joined = await spoken(synthesis.synthesise({ ...how, text, onNote: (note) => notes.push(note) }))
        const said = joined.words.map((word) => word.text).join(' ')
        expect(said).toBe(text)
        if (notes.length > unevenBefore) {
          console.info(`${sampleRate}: whole instead of joined (${notes.at(-1)?.detail}): ${text}`)
          continue
        }
        const pieces = []
        for (const { text: words } of splitSpeech(text, known))
          pieces.push({ text: words, pcm: (await spoken(speech.synthesise({ ...how, text: words }))).pcm })
        made.push({ joined, pieces })
      }
    }
    // Reckoned when nothing is being fetched any more.
    for (const { joined, pieces } of made) {
      const inside = pieces.flatMap(({ pcm }) => courseOf(pcm, sampleRate))
      const sounding = inside.filter(({ step }) => step > 100)
      const [stepLimit, fluxLimit] = [
        percentile(
          sounding.map(({ step }) => step),
          0.95,
        ),
        percentile(
          sounding.map(({ flux }) => flux),
          0.95,
        ),
      ]
      const course = courseOf(joined.pcm, sampleRate)
      const pauses = silences(joined.pcm, sampleRate)
      let words = 0
      for (const piece of pieces.slice(0, -1)) {
        words += piece.text.split(/\s+/).length
        const startsAt = ((joined.words[words]?.startMs ?? 0) * sampleRate) / 1_000
        const pause = pauses.reduce((best, one) => (Math.abs(one.to - startsAt) < Math.abs(best.to - startsAt) ? one : best))
        const fade = sampleRate * 0.016
        const near = course.filter(({ at }) => (at > pause.from - fade && at <= pause.from) || (at > pause.to - fade && at <= pause.to))
        const most = (of: (one: (typeof course)[number]) => number) => near.reduce((value, one) => Math.max(value, of(one)), 0)
        fluxes.push(...near.map(({ flux }) => flux / fluxLimit))
        seams.push({
          step: most(({ step }) => step) / stepLimit,
          flux: most(({ flux }) => flux) / fluxLimit,
          pauseMs: ((pause.to - pause.from) * 1_000) / sampleRate,
        })
      }
    }
    const shown = (values: readonly number[]) =>
      `median ${percentile(values, 0.5).toFixed(2)}, 95th ${percentile(values, 0.95).toFixed(2)}, most ${Math.max(...values).toFixed(2)}`
    console.info(
      `${sampleRate}: ${seams.length} seams joined, ${notes.length} sentences whole instead; share of the 95th percentile inside the pieces: ` +
        `step ${shown(seams.map(({ step }) => step))}; flux ${shown(fluxes)}; pauses ms ${shown(seams.map(({ pauseMs }) => pauseMs))}`,
    )
    expect(seams.length).toBeGreaterThanOrEqual(20)
    expect(Math.max(...seams.map(({ step }) => step))).toBeLessThanOrEqual(1)
    expect(percentile(fluxes, 0.95)).toBeLessThanOrEqual(1)
  },
)
