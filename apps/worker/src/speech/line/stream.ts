import { createKeptAudio } from '../kept-audio.ts'
import type { RecogniserHandlers, RecogniserStream } from '../recogniser.ts'
import { SpeechError } from '../speech-error.ts'
import { type Connection, connect, type ProviderSocket } from './connection.ts'

/** Sockets after the first one; fewer while somebody else can be asked. */
const reopenings = { last: 2, others: 1 }
const secondReopeningAfterMs = 250

/** What a message means: told to the handlers; what the stream has to know comes back. `isOver`: what was heard so far need not be heard again. */
export type Reading = { isProgress?: boolean; isAnswer?: boolean; isOver?: boolean; failure?: SpeechError }

type StreamOptions<Message> = Pick<RecogniserStream, 'asksEarly' | 'turns'> & {
  sampleRate: number
  renews: boolean
  isLast: boolean
  socket(): Promise<ProviderSocket<Message>>
  read(message: Message): Reading
}

/** Recognition over as many sockets as it takes: a lost one is replaced and hears the running utterance again. */
export function openStream<Message>(
  { asksEarly, turns, sampleRate, renews, isLast, socket, read }: StreamOptions<Message>,
  handlers: Pick<RecogniserHandlers, 'onRestart' | 'onFailure'>,
): RecogniserStream {
  const kept = createKeptAudio(sampleRate)
  const most = isLast ? reopenings.last : reopenings.others
  let finalizing = false
  let failures = 0
  let over = false
  let later: NodeJS.Timeout | undefined
  let connection: Connection = open()

  function open(): Connection {
    const opened: Connection = connect(socket, {
      onOpen: () => {
        for (const pcm of kept.windows()) opened.send(pcm)
        if (finalizing) opened.finalize()
      },
      onMessage: (message) => {
        const { isProgress, isAnswer, isOver, failure } = read(message)
        if (isProgress) failures = 0
        if (isAnswer) finalizing = false
        if (isOver) kept.clear()
        if (failure) opened.lose(failure)
      },
      onLost: reopen,
    })
    return opened
  }

  function reopen(error: SpeechError) {
    failures += 1
    if (!error.retryable || failures > most) {
      over = true
      kept.clear()
      handlers.onFailure(error)
      return
    }
    handlers.onRestart()
    if (failures === 1) connection = open()
    else
      later = setTimeout(() => {
        connection = open()
      }, secondReopeningAfterMs)
  }

  return {
    asksEarly,
    turns,
    begin() {
      kept.clear()
      finalizing = false
    },
    push(pcm) {
      if (over) return
      kept.add(pcm)
      if (connection.isOpen()) connection.send(pcm)
    },
    finalize() {
      finalizing = true
      if (connection.isOpen()) connection.finalize()
    },
    restart() {
      if (over || (!renews && connection.isOpen())) return
      connection.close()
      reopen(new SpeechError('recognition', 'TIMEOUT', 'no answer'))
    },
    close() {
      over = true
      kept.clear()
      clearTimeout(later)
      connection.close()
    },
  }
}
