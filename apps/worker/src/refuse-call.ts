import { settings, textIn } from '@parley/flow-runtime'
import type { Conducted } from './ending.ts'
import type { VoicePort } from './voice-port.ts'
import { within } from './within.ts'

const answerWithinMs = 15_000
const sayWithinMs = 20_000

/** A call without a flow to follow: whoever is on the line hears the product's failure line, then the line ends. */
export async function refuseCall(port: VoicePort, failureCode: string, signal: AbortSignal): Promise<Conducted> {
  const stopped = new Promise<false>((resolve) => signal.addEventListener('abort', () => resolve(false), { once: true }))
  try {
    const isThere = await Promise.race([stopped, port.answered(answerWithinMs)])
    const text = textIn(settings.parse({}).failureLine, 'en', 'en')
    const line = { id: 'failure', text, language: 'en', interruptible: false } as const
    if (isThere) await within(Promise.race([stopped, port.say(line)]), sayWithinMs, 'SYNTHESIS_TIMEOUT').catch(() => undefined)
  } finally {
    port.interrupt()
    await port.hangUp()
  }
  return { outcome: 'failed', turns: 0, failureCode }
}
