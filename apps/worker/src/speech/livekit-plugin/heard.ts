import type { stt } from '@livekit/agents'
import { type Language, language as languageCode } from '@parley/flow-runtime'
import type { loadAgents } from './agents.ts'

/** What a plugin says about the sound it gets. `ended`: of the speech before it all is told. */
export type Heard = {
  kind: 'began' | 'interim' | 'eager' | 'final' | 'ended'
  text: string
  confidence: number
  language?: Language
}

/** Of words whose plugin tells none: it says 0. Words are dropped below a flow's threshold, which is rarely as high as this. */
const untoldConfidence = 0.9

type EventType = Awaited<ReturnType<typeof loadAgents>>['stt']['SpeechEventType']

/** Reads the events of LiveKit's recognition; undefined: it says nothing about speech. */
export function heardIn(event: stt.SpeechEvent, types: EventType): Heard | undefined {
  const kind = kindOf(event.type, types)
  if (!kind) return undefined
  const best = event.alternatives?.[0]
  const { data: language } = languageCode.safeParse(best?.language?.slice(0, 2).toLowerCase())
  return {
    kind,
    text: best?.text.trim() ?? '',
    confidence: best?.text.trim() ? best.confidence || untoldConfidence : 0,
    ...(language ? { language } : {}),
  }
}

function kindOf(type: stt.SpeechEventType, types: EventType): Heard['kind'] | undefined {
  if (type === types.START_OF_SPEECH) return 'began'
  if (type === types.INTERIM_TRANSCRIPT) return 'interim'
  if (type === types.PREFLIGHT_TRANSCRIPT) return 'eager'
  if (type === types.FINAL_TRANSCRIPT) return 'final'
  return type === types.END_OF_SPEECH ? 'ended' : undefined
}
