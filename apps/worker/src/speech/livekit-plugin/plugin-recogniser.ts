import type { stt } from '@livekit/agents'
import { openStream, type Reading } from '../line/stream.ts'
import type { Recogniser, RecogniserHandlers, RecognitionRequest } from '../recogniser.ts'
import type { Heard } from './heard.ts'
import { pluginSocket } from './plugin-socket.ts'

type PluginEar = {
  /** Makes the plugin for what is to be heard. */
  create(request: RecognitionRequest): Promise<stt.STT>
  /** It hears the ends of turns itself and wants all audio. */
  turns: boolean
  /** It tells which language it heard, not the one it was told. */
  tellsLanguage: boolean
}

/** Recognition with a plugin of LiveKit's. A stream that fails is replaced and hears the utterance again. */
export function createPluginRecogniser({ create, turns, tellsLanguage }: PluginEar): Recogniser {
  return {
    open(request, handlers) {
      const read = turns ? readTurns(handlers) : readWords(handlers)
      return openStream<Heard>(
        {
          asksEarly: false,
          turns,
          sampleRate: request.sampleRate,
          renews: true,
          isLast: request.isLast ?? true,
          socket: async () => pluginSocket(await create(request), request.sampleRate),
          read: ({ language, ...heard }) => read({ ...heard, ...(tellsLanguage && language ? { language } : {}) }),
        },
        handlers,
      )
    },
  }
}

/** Words as they come; the end of speech settles them. */
function readWords({ onTranscript }: RecogniserHandlers): (heard: Heard) => Reading {
  return ({ kind, ...heard }) => {
    if (kind === 'began') return {}
    const isFinal = kind === 'final' || kind === 'ended'
    onTranscript({ ...heard, isFinal, settled: kind === 'ended' })
    return { isProgress: isFinal, isAnswer: kind === 'ended' }
  }
}

/** Turns as the plugin hears them; one may have several final parts. */
function readTurns({ onTurn }: RecogniserHandlers): (heard: Heard) => Reading {
  let said: Heard[] = []
  let isEager = false
  return ({ kind, ...heard }) => {
    if (kind === 'final') {
      said.push({ kind, ...heard })
      return { isProgress: true }
    }
    const last = said.at(-1)
    const text = [...said.map((part) => part.text), heard.text].filter(Boolean).join(' ')
    if (kind === 'ended')
      onTurn?.({ ...heard, confidence: last?.confidence ?? 0, ...(last?.language ? { language: last.language } : {}), kind, text })
    else if (kind === 'eager') onTurn?.({ ...heard, kind, text })
    else onTurn?.({ ...heard, kind: isEager ? 'resumed' : 'began', text })
    isEager = kind === 'eager'
    if (kind === 'ended') said = []
    return { isOver: kind === 'ended' }
  }
}
