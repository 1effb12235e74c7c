import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type OpenAiStandIn, openAiStandIn, readWav, speechSessions, vendorStandIn, writeMuLawWav } from '@parley/testing'
import { repositoryRoot } from '@parley/tools'
import { BenchmarkError } from '../benchmark-error.ts'
import type { BenchmarkOptions, Figures } from '../benchmarks.ts'
import { median } from '../numbers.ts'
import { type CallFigures, callFigures } from './recorded/call-figures.ts'
import { type CallScript, callScripts, spokenTexts } from './recorded/call-scripts.ts'
import { callsPage } from './recorded/calls-page.ts'
import { recognisedWords, wordsOf } from './recorded/recognised-words.ts'
import { type Piece, twoSides } from './recorded/recording.ts'
import { type VoiceBench, voiceBench } from './voice-bench.ts'

const folder = path.join(repositoryRoot, 'docs/calls')
const maxCallMs = 40_000
const longestSilenceMs = 3_000
const usualLeaveMs = 1_200
const agentVoice = 'en-us'
/** Unlike the local one, which goes on when it breaks off. */
const brittleVoice = 'en-us+m3'

export type RecordedCall = {
  script: CallScript
  file: string
  figures: CallFigures
  /** Percent of the agent's words that a recogniser hears in the recording. */
  recognised: number
  transcript: { atMs: number; speaker: 'agent' | 'caller'; text: string }[]
  faults: string[]
  isSecondTry?: boolean
}

/** Conducts the calls of the documentation anew, records both ends of each, measures the recordings and writes them down. Throws when one is not as it must be. */
export async function recordedCalls(onProgress: (line: string) => void, _options: BenchmarkOptions): Promise<Figures> {
  const bench = await voiceBench(spokenTexts)
  try {
    await mkdir(folder, { recursive: true })
    const calls: RecordedCall[] = []
    for (const [i, script] of callScripts.entries()) {
      const file = `${String(i + 1).padStart(2, '0')}-${script.name}.wav`
      const first = await record(bench, script, file)
      // On a busy machine a caller's frames may be so late that nobody could understand them.
      const call = first.faults.length === 0 ? first : { ...(await record(bench, script, file)), isSecondTry: true }
      const { seconds, gaps } = call.figures
      onProgress(
        `${call.file}: ${seconds.toFixed(1)} s, gaps ${gaps.map(Math.round).join(', ')} ms, ${call.recognised} % recognised ${call.faults.join(' ')}`,
      )
      calls.push(call)
    }
    await writeFile(path.join(folder, 'README.md'), callsPage(calls))
    const faulty = calls.flatMap(({ file, faults }) => faults.map((fault) => `${file}: ${fault}`))
    if (faulty.length > 0) throw new BenchmarkError('NOT_AS_IT_MUST_BE', faulty.join('\n'))
    return figuresOf(calls)
  } finally {
    await bench.stop()
  }
}

async function record(bench: VoiceBench, script: CallScript, file: string): Promise<RecordedCall> {
  const { delays, model, noise } = script
  const session = `recorded-${script.name}`
  const sessions = speechSessions(bench.speechUrl)
  await sessions.set(session, {})
  // Knows what is said in this call and nothing else.
  const ears = await vendorStandIn(
    bench.utterances.filter((each) => script.says.some(({ text }) => text === each.text)),
    noise === undefined ? {} : { audible: 2 * noise },
  )
  const speaker: OpenAiStandIn | undefined =
    model?.says === undefined
      ? undefined
      : await openAiStandIn(() => JSON.stringify({ values: [], text: model.says, exit: null, tool: null }))
  ;(speaker ?? bench.model).setFault(model ? { slowMs: model.slowMs } : null)
  ears.setDelays({ recognitionMs: delays?.recognitionMs ?? 0 })
  const voice = {
    url: bench.speechUrl,
    apiKey: session,
    voiceId: script.synthesisFault ? brittleVoice : agentVoice,
    fallbackUrl: bench.speechUrl,
  }
  const process = await bench.start(script.flow, {
    voice,
    vendorUrl: ears.url,
    withModel: model !== undefined,
    ...(speaker ? { modelUrl: speaker.baseUrl, modelDeadlineMs: 6_000 } : {}),
  })
  const unbroken = async () => {
    const { faults, requests } = (await sessions.counters(session)).synthesis
    return script.synthesisFault && (faults !== 1 || requests !== 1) ? ['The voice did not break off once for another one to go on.'] : []
  }
  try {
    // What is known was made before; only what is made in the call is late or breaks.
    await sessions.set(session, { synthesis: { delayMs: delays?.synthesisMs ?? 0, ...script.synthesisFault } })
    const sent: Piece[] = []
    const { report, said, heard, notes } = await bench.call(process, script.transport, linesOf(bench, script), maxCallMs, {
      leaveAfterSilenceMs: script.leaveAfterSilenceMs ?? usualLeaveMs,
      noise,
      onSent: (pcm, at) => void sent.push({ pcm: pcm.slice(), at }),
      onLine: () => {
        if (script.dropAfterMs !== undefined) setTimeout(ears.dropSockets, script.dropAfterMs)
      },
    })
    const target = path.join(folder, file)
    await writeMuLawWav(target, twoSides(sent, report.heard, report.heardRate, report.joinedAt))
    const recording = await readWav(target)
    const figures = callFigures(recording)
    const spoken = [
      ...said,
      ...process.messages.flatMap((told) =>
        told.type === 'note' && told.code === 'WAITING_LINE' ? [{ text: 'One moment.', language: 'en', at: told.at }] : [],
      ),
    ].sort((a, b) => a.at - b.at)
    const asked = report.lines.map(({ name, startedAt }) => ({ atMs: startedAt - report.joinedAt, speaker: 'caller' as const, text: name }))
    const answered = spoken.map(({ text, at }) => ({ atMs: heardAt(figures, at - report.joinedAt), speaker: 'agent' as const, text }))
    return {
      script,
      file,
      figures,
      recognised: await recognisedWords(
        bench.speechUrl,
        recording,
        spoken.flatMap(({ text, language }) => (language === 'en' ? [text] : [])),
      ),
      transcript: [...asked, ...answered].sort((a, b) => a.atMs - b.atMs),
      faults: [...faultsOf(script, figures, heard, notes, report.lines.length), ...(await unbroken())],
    }
  } finally {
    await process.stop()
    await ears.close()
    await speaker?.close()
    bench.model.setFault(null)
    await sessions.remove(session)
  }
}

/** When words sound that were given out then. */
const heardAt = ({ agentSpans }: CallFigures, givenOutMs: number) =>
  Math.max(givenOutMs, agentSpans.find(({ toMs }) => toMs > givenOutMs)?.fromMs ?? 0)

const linesOf = (bench: VoiceBench, { says }: CallScript) =>
  says.map(({ text, ...when }) => {
    const utterance = bench.utterances.find((each) => each.text === text)
    if (!utterance) throw new BenchmarkError('UNKNOWN_WORDS', `Nobody speaks “${text}”.`)
    return { name: text, pcm: utterance.caller, when: 'intoSpeechMs' in when ? when : { afterSilenceMs: when.afterSilenceMs } }
  })

/** What must hold and does not. */
function faultsOf(script: CallScript, figures: CallFigures, heard: readonly string[], notes: readonly string[], lines: number): string[] {
  const faults: string[] = []
  if (figures.agentSpans.length === 0) faults.push('The agent is not heard.')
  if (lines < script.says.length) faults.push(`The caller said ${lines} of ${script.says.length} sentences.`)
  if (script.says.length > 0 && figures.gaps.length === 0) faults.push('Nothing is answered.')
  if ((figures.longestSilenceDue ?? 0) > longestSilenceMs)
    faults.push(`Silence of ${Math.round(figures.longestSilenceDue ?? 0)} ms while an answer was due.`)
  if (figures.caller.clipped + figures.agent.clipped > 0) faults.push('Samples are clipped.')
  const lost = script.says.filter(({ text }) => !heard.some((each) => wordsOf(each).join(' ') === wordsOf(text).join(' ')))
  // What only shows that somebody listens is no turn.
  for (const { text } of lost) if (text !== 'Uh-huh.') faults.push(`“${text}” was heard as ${heard.map((each) => `“${each}”`).join(', ')}.`)
  if (script.model?.says !== undefined && !notes.some((note) => note.startsWith('WAITING_LINE'))) faults.push('No waiting line.')
  return faults
}

function figuresOf(calls: readonly RecordedCall[]): Figures {
  const figures: Figures = {}
  for (const { file, figures: of, recognised } of calls) {
    const nr = file.slice(0, 2)
    figures[`${nr} length`] = { value: Math.round(of.seconds * 10) / 10, unit: 's' }
    if (of.gaps.length > 0) figures[`${nr} gap, median`] = { value: Math.round(median(of.gaps)), unit: 'ms' }
    if (of.longestSilenceDue !== undefined) figures[`${nr} longest silence due`] = { value: Math.round(of.longestSilenceDue), unit: 'ms' }
    if (of.bargeIns[0] !== undefined) figures[`${nr} barge-in`] = { value: Math.round(of.bargeIns[0]), unit: 'ms' }
    figures[`${nr} longest hole`] = { value: Math.round(of.longestHole), unit: 'ms' }
    for (const side of ['caller', 'agent'] as const) {
      figures[`${nr} ${side} peak`] = { value: of[side].peak, unit: '' }
      figures[`${nr} ${side} RMS`] = { value: of[side].rms, unit: '' }
      figures[`${nr} ${side} clipped`] = { value: of[side].clipped, unit: '' }
    }
    figures[`${nr} agent recognised`] = { value: recognised, unit: '%' }
  }
  return figures
}
