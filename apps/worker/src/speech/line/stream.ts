import { createKeptAudio } from '../kept-audio.ts'
import type { RecogniserHandlers, RecogniserStream } from '../recogniser.ts'
import type { SpeechError } from '../speech-error.ts'
import { type Connection, connect, type ProviderSocket } from './connection.ts'

/** Sockets after the first one; fewer while somebody else can be asked. */
const reopenings = { last: 2, others: 1 }
const secondReopeningAfterMs = 250
/** For the handshake: who has nobody to go to instead waits longer for a busy machine. */
const connectsWithinMs = { last: 2_000, others: 1_000 }

/** What a message means: told to the handlers; what the stream has to know comes back. `isOver`: what was heard so far need not be heard again. */
export type Reading = { isProgress?: boolean; isAnswer?: boolean; isOver?: boolean; failure?: SpeechError }

/** One socket, and how many answers that it was asked for have not come. */
type Ear = { connection: Connection; asks: number }

type StreamOptions<Message> = Pick<RecogniserStream, 'asksEarly' | 'turns'> & {
  sampleRate: number
  renews: boolean
  isLast: boolean
  socket(): Promise<ProviderSocket<Message>>
  read(message: Message): Reading
}

/**
 * Recognition over as many sockets as it takes. A lost one is replaced and hears the running utterance again. One that is late keeps its work: a second
 * one beside it hears the utterance too, and the first that says something stays.
 */
export function openStream<Message>(
  { asksEarly, turns, sampleRate, renews, isLast, socket, read }: StreamOptions<Message>,
  handlers: Pick<RecogniserHandlers, 'onRestart' | 'onFailure'>,
): RecogniserStream {
  const kept = createKeptAudio(sampleRate)
  const most = isLast ? reopenings.last : reopenings.others
  const withinMs = isLast ? connectsWithinMs.last : connectsWithinMs.others
  let failures = 0
  let over = false
  let later: NodeJS.Timeout | undefined
  let beside: Ear | undefined
  let ear: Ear = open(0)

  function open(asks: number): Ear {
    const opened: Ear = { asks, connection: connect(socket, withinMs, { onOpen, onMessage, onLost }) }

    function onOpen() {
      for (const pcm of kept.windows()) opened.connection.send(pcm)
      if (opened.asks > 0) opened.connection.finalize()
      opened.asks = Math.min(opened.asks, 1)
    }

    function onMessage(message: Message) {
      if (opened === beside) goOnWith(opened)
      const { isProgress, isAnswer, isOver, failure } = read(message)
      if (failure) return opened.connection.lose(failure)
      beside?.connection.close()
      beside = undefined
      if (isProgress) failures = 0
      if (isAnswer) opened.asks = Math.max(0, opened.asks - 1)
      if (isOver) kept.clear()
    }

    function onLost(error: SpeechError) {
      if (opened === beside) beside = undefined
      else if (beside) goOnWith(beside)
      else reopen(error)
    }
    return opened
  }

  /** It has heard the utterance from its beginning. */
  function goOnWith(other: Ear) {
    ear.connection.close()
    ear = other
    beside = undefined
    handlers.onRestart(ear.asks)
  }

  function reopen(error: SpeechError) {
    failures += 1
    if (!error.retryable || failures > most) {
      over = true
      kept.clear()
      handlers.onFailure(error)
      return
    }
    ear.asks = Math.min(ear.asks, 1)
    handlers.onRestart(ear.asks)
    if (failures === 1) ear = open(ear.asks)
    else
      later = setTimeout(() => {
        ear = open(ear.asks)
      }, secondReopeningAfterMs)
  }

  const ears = () => (beside ? [ear, beside] : [ear])

  return {
    asksEarly,
    turns,
    begin() {
      kept.clear()
      for (const each of ears()) each.asks = 0
    },
    push(pcm) {
      if (over) return
      kept.add(pcm)
      for (const { connection } of ears()) if (connection.isOpen()) connection.send(pcm)
    },
    finalize() {
      for (const each of ears()) {
        each.asks += 1
        if (each.connection.isOpen()) each.connection.finalize()
      }
    },
    restart() {
      // One that is being opened has a deadline of its own.
      if (!over && renews && !beside && ear.connection.isOpen()) beside = open(Math.min(ear.asks, 1))
    },
    close() {
      over = true
      kept.clear()
      clearTimeout(later)
      for (const { connection } of ears()) connection.close()
    },
  }
}
