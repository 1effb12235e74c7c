import { z } from 'zod'

const counts = z.object({
  requests: z.number(),
  sockets: z.number(),
  openSockets: z.number(),
  bytesIn: z.number(),
  bytesOut: z.number(),
  /** Connections that were given a fault. */
  faults: z.number(),
  lastError: z.string().nullable(),
})
const sessionCounters = z.object({ recognition: counts, synthesis: counts })
export type SpeechSessionCounters = z.output<typeof sessionCounters>

/** See packages/speech-server/README.md. */
export type SpeechFault =
  | 'unauthorized'
  | 'rateLimited'
  | 'error500'
  | 'silence'
  | 'halfOpen'
  | 'garbage'
  | 'drop'
  | 'midUtteranceClose'
  | 'midMessageClose'
type RecognitionOptions = { delayMs?: number; jitterMs?: number; fault?: SpeechFault | null; faultAfterMs?: number; times?: number | null }
export type SpeechSessionOptions = {
  recognition?: RecognitionOptions
  /** `slowStream`: bytes a second. */
  synthesis?: RecognitionOptions & { paceRealTime?: boolean; slowStream?: number | null }
}

/**
 * How a local speech server with `SPEECH_SERVER_FAULTS=1` serves those who give a session's name as their API key. `set` applies to connections
 * made afterwards and starts counting anew. Rejects when the server does not know the session or refuses the options.
 */
export function speechSessions(url: string) {
  const ask = async (method: string, name: string, body?: SpeechSessionOptions): Promise<Response> => {
    const answer = await fetch(`${url}/sessions/${name}`, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(5_000),
    })
    if (!answer.ok) throw new Error(`${method} /sessions/${name} was answered ${answer.status}: ${await answer.text()}`)
    return answer
  }
  return {
    set: async (name: string, options: SpeechSessionOptions): Promise<void> => void (await ask('PUT', name, options)),
    counters: async (name: string): Promise<SpeechSessionCounters> => sessionCounters.parse(await (await ask('GET', name)).json()),
    remove: async (name: string): Promise<void> => void (await ask('DELETE', name)),
  }
}
