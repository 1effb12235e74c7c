import { type Answerer, answererChannel, answererOf } from './lines.ts'
import { type Listening, listenTo } from './listen-to.ts'

/** Hears who answered each call that a carrier dials, as the carrier's own detection says. What was told while the connection was lost is in the line. */
export function watchAnswerers(url: string, onAnswerer: (callId: string, answerer: Answerer) => void): Listening {
  return listenTo(url, answererChannel, (payload) => {
    const [callId = '', told = ''] = payload.split(':')
    const answerer = answererOf(told)
    if (answerer) onAnswerer(callId, answerer)
  })
}
