import { createResampler } from '@parley/audio'
import { contactSampleRate } from '../speech/recogniser.ts'
import type { AudioOutput, Line, LineEvent } from '../turn-taking/line.ts'

/** The caller's side of a bridge. `record`: what the caller hears, at the rate of `output`, with the instant of its first sample. */
export type CallerSide = {
  output: AudioOutput
  sendKeys: Line['sendKeys']
  record(pcm: Int16Array, at: number): void
  /** Aborted when the caller's line is not ours any more. */
  gone: AbortSignal
}
export type BridgeEnd = 'caller' | 'colleague'

/** Sound and keys of one line given to another as they come. */
function towards(output: AudioOutput, sendKeys: Line['sendKeys'], onGiven: (pcm: Int16Array, at: number) => void) {
  const resampler = createResampler(contactSampleRate, output.sampleRate)
  return (event: Exclude<LineEvent, { type: 'left' }>) => {
    if (event.type === 'key') return void sendKeys(event.key).catch(() => undefined)
    const pcm = resampler.next(event.pcm)
    if (pcm.length === 0) return
    output.play(pcm)
    onGiven(pcm, event.at - (pcm.length * 1_000) / output.sampleRate)
  }
}

/** Joins the caller and a colleague until either leaves. `hears`: what the caller's line says goes to the colleague. */
export function bridge(caller: CallerSide, colleague: Line) {
  const toColleague = towards(colleague.output, colleague.sendKeys, () => undefined)
  const toCaller = towards(caller.output, caller.sendKeys, caller.record)
  let finish: (by: BridgeEnd) => void = () => undefined
  const over = new Promise<BridgeEnd>((resolve) => {
    finish = resolve
  })
  colleague.onEvent((event) => {
    if (event.type === 'left') finish('colleague')
    else if (!caller.gone.aborted) toCaller(event)
  })
  caller.gone.addEventListener('abort', () => finish('caller'), { once: true })
  if (caller.gone.aborted) finish('caller')
  return { hears: toColleague, over }
}
