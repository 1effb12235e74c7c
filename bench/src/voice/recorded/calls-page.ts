import type { RecordedCall } from '../recorded-calls.ts'

/** The page that describes the recordings, made of what was measured. */
export const callsPage = (calls: readonly RecordedCall[]): string => `# Recorded calls

<!-- Written by ./parley bench calls, together with the recordings: change bench/src/voice/recorded instead. -->

Calls that the worker's voice conducted, recorded at the caller's end: **left the caller, right what the caller hears of the agent**. WAV, 8 kHz, two channels, µ-law.
\`./parley bench calls\` conducts them anew, overwrites these files and this page, prints the figures, and fails when a call is without the agent's sound, when more than three seconds are
silent after the caller's words, when samples are clipped, or when words of the caller were lost.

**Who is heard.** Nobody here is a person: caller and agent are voices of eSpeak NG, in different timbres, so the agent sounds like that and not like a paid voice. The worker's voice is
the one that ships (one process, without Postgres and Temporal); recognition and the models are stand-ins that speak the vendors' protocols, recognition knows the caller's sentences and
nothing else. **No person's ear has judged these calls.** Measurements of the recordings have, and a recogniser (PocketSphinx, told which sentences may come) that transcribed the agent's
side.

| call | what to listen for | length |
| --- | --- | --- |
${calls.map(({ file, script, figures }) => `| [${file.slice(0, 2)} ${script.title}](${file}) | ${script.listenFor} | ${figures.seconds.toFixed(1)} s |`).join('\n')}

## Figures

All from the recordings. **Gaps**: end of the caller's speech to the agent's next sound, one by one. **Longest silence due**: between the caller's words and the end of the answer to them.
**Barge-in**: from the caller's first sound to the agent's last. **Longest hole**: silence below 600 ms within the agent's speech, pauses between sentences included. **Peak, RMS**: of 32,768,
RMS only where there is sound. **Recognised**: the share of the agent's
words that the recogniser heard in their order (English words only; of what was interrupted all of them count).

| call | gaps, ms | longest silence due, ms | barge-in, ms | longest hole, ms | caller peak, RMS | agent peak, RMS | clipped | recognised |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${calls.map(rowOf).join('\n')}

${remark(calls)}## What is said

Times in seconds from the beginning of the recording. What the caller spoke into is written in full, whether it was heard to its end or not.

${calls.map(transcriptOf).join('\n\n')}
`

function rowOf({ file, figures, recognised }: RecordedCall): string {
  const { gaps, longestSilenceDue, bargeIns, longestHole, caller, agent } = figures
  const cells = [
    file.slice(0, 2),
    gaps.map(Math.round).join(', ') || '–',
    longestSilenceDue === undefined ? '–' : String(Math.round(longestSilenceDue)),
    bargeIns.map(Math.round).join(', ') || '–',
    String(Math.round(longestHole)),
    `${caller.peak}, ${caller.rms}`,
    `${agent.peak}, ${agent.rms}`,
    String(caller.clipped + agent.clipped),
    `${recognised} %`,
  ]
  return `| ${cells.join(' | ')} |`
}

function remark(calls: readonly RecordedCall[]): string {
  const faulty = calls.flatMap(({ file, faults }) => faults.map((fault) => `- ${file}: ${fault}`))
  const again = calls.flatMap(({ file, isSecondTry }) => (isSecondTry ? [file.slice(0, 2)] : []))
  const tries =
    again.length === 0 ? '' : `Conducted twice, because something that must hold did not the first time: ${again.join(', ')}.\n\n`
  return tries + (faulty.length === 0 ? '' : `What must hold and did not:\n\n${faulty.join('\n')}\n\n`)
}

const transcriptOf = ({ file, script, transcript }: RecordedCall): string =>
  `**${file.slice(0, 2)} ${script.title}**\n\n${transcript.map(lineOf).join('\n')}`

const lineOf = ({ atMs, speaker, text }: RecordedCall['transcript'][number]) => `- ${(atMs / 1_000).toFixed(1)} ${speaker}: ${text}`
