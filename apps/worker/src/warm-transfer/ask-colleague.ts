import { colleagueQuestion, type Language } from '@parley/flow-runtime'
import type { UnderstandingEngine } from '@parley/understanding'
import type { Clock } from '../clock.ts'
import type { PortEvent, VoicePort } from '../voice-port.ts'
import { within } from '../within.ts'

/** For a key or a word after the question. */
const answerWithinMs = 8_000
const mostAsked = 3
/** The briefing, and all questions after it. */
const decideWithinMs = 60_000

type Decision = 'accepted' | 'declined' | 'noAnswer'
export type AskColleagueOptions = {
  briefing: string
  language: Language
  understand: UnderstandingEngine
  timeZone: string
  clock: Clock
  /** The caller is gone: nobody has to be asked any more. */
  signal: AbortSignal
}

/** Tells a colleague who calls and asks whether they take the call: by key (1 or 2), by word, or by hanging up. Silence is no answer. */
export async function askColleague(port: VoicePort, options: AskColleagueOptions): Promise<Decision> {
  const { briefing, language, understand, timeZone, clock, signal } = options
  const question = colleagueQuestion(language)
  let asked = 0
  const decided = new Promise<Decision>((resolve) => {
    function ask() {
      if (asked === mostAsked) return resolve('noAnswer')
      asked += 1
      const id = `colleague-${asked}`
      const text = asked === 1 ? `${briefing} ${question.text}` : question.text
      void port.say({ id, text, language, interruptible: asked > 1 })
      port.listen({ id, language, timeoutMs: answerWithinMs, expectation: question.expectation, keys: {} })
    }
    async function hear(text: string) {
      const request = { text, language, question: question.text, intents: [], slots: [question.slot], timeZone, now: clock.now() }
      const { slots } = await understand.understand(request, signal)
      const answer = slots.find(({ name }) => name === question.slot.name)?.value
      if (typeof answer === 'boolean') resolve(answer ? 'accepted' : 'declined')
      else ask()
    }
    function on(event: PortEvent) {
      if (event.type === 'left') resolve('declined')
      else if (event.type === 'keyPressed' && event.key === '1') resolve('accepted')
      else if (event.type === 'keyPressed' && event.key === '2') resolve('declined')
      else if (event.type === 'contactSaid') hear(event.text).catch(ask)
      else if (event.type === 'contactSilent' || event.type === 'failed') ask()
    }
    port.onEvent(on)
    ask()
  })
  try {
    return await within(decided, decideWithinMs, 'COLLEAGUE_TIMEOUT', signal).catch(() => 'noAnswer' as const)
  } finally {
    port.stopListening()
    port.interrupt()
  }
}
