import { type Line, placeCall } from '../caller/caller.ts'
import { speak } from '../speak.ts'
import type { Contact } from './simulated-call.ts'

/** `calm` waits until the agent has finished; `impatient` talks into it and gives up after five seconds of silence; `silent` says nothing. */
export type Temper = 'calm' | 'impatient' | 'silent'

export type Script = Pick<Contact, 'ringMs' | 'answeredBy'> & {
  /** What they say, one answer a turn: text for the embedded voice, samples (48 kHz mono), or keys. */
  says: readonly (string | Int16Array | { keys: string })[]
  temper?: Temper
  /** For what is text. */
  speechServerUrl?: string
  maxMs?: number
}

const patienceMs: Record<Temper, { answerAfter: number; leaveAfter?: number }> = {
  calm: { answerAfter: 700, leaveAfter: 15_000 },
  impatient: { answerAfter: 300, leaveAfter: 5_000 },
  silent: { answerAfter: 700 },
}

/** A contact with a voice, a script and a temper, who hangs up when the agent has answered the last line and is quiet, or when patience ends. */
export function scriptedContact({ says, temper = 'calm', speechServerUrl, maxMs = 120_000, ringMs, answeredBy }: Script): Contact {
  const { answerAfter, leaveAfter } = patienceMs[temper]
  async function* lines(): AsyncIterable<Line> {
    for (const [index, said] of temper === 'silent' ? [] : says.entries()) {
      const name = String(index)
      const when = temper === 'impatient' && index > 0 ? { intoSpeechMs: 1_200 } : { afterSilenceMs: answerAfter }
      if (typeof said === 'string') yield { name, when, pcm: await spoken(said) }
      else if (said instanceof Int16Array) yield { name, when, pcm: said }
      else yield { name, when, keys: said.keys }
    }
  }
  async function spoken(text: string): Promise<Int16Array> {
    if (speechServerUrl === undefined) throw new Error('A contact who speaks text needs the speech server.')
    return speak(speechServerUrl, text)
  }
  return {
    ringMs,
    answeredBy,
    talk: async (handset, ended) => {
      await placeCall({ handset, ended, lines: lines(), leaveAfterSilenceMs: leaveAfter, maxMs })
    },
  }
}
