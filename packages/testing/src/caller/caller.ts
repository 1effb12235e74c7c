import { setTimeout as sleep } from 'node:timers/promises'
import { Room, RoomEvent } from '@livekit/rtc-node'
import { openEar } from './ear.ts'
import { openMicrophone } from './microphone.ts'

/** One thing the caller says (48 kHz mono) and when. */
export type Line = {
  name: string
  pcm: Int16Array
  /** `afterSilenceMs`: once the agent has spoken and been quiet this long. `intoSpeechMs`: into a running speech of the agent, so long after it began. */
  when: { afterSilenceMs: number } | { intoSpeechMs: number }
}

export type CallerOptions = {
  url: string
  token: string
  /** What is said, in order; a generator may decide each line from what was asked. */
  lines: Iterable<Line> | AsyncIterable<Line>
  /** Leave this long after a line began to be spoken, in mid-sentence. */
  hangUp?: { line: string; afterMs: number }
  /** Leave when the call has lasted this long. */
  maxMs: number
  /** Told before each line is spoken. */
  onLine?: (name: string) => void
}

/** Instants in epoch milliseconds, `…Ms` durations. */
export type SpokenLine = {
  name: string
  startedAt: number
  endedAt: number
  /** End of the caller's speech to the agent's next sound, at the caller's ear; undefined when nothing came. */
  gapMs?: number
  /** For a line into a speech: from the caller's first sound to the agent's last. */
  bargeInMs?: number
}

export type CallerReport = {
  joinedAt: number
  /** First sound of the agent; undefined when it was never heard. */
  answeredAt?: number
  lines: SpokenLine[]
  endedBy: 'agent' | 'caller' | 'time'
  endedAt: number
  sounds: { startedAt: number; lastAt: number }[]
  /** What was heard, 48 kHz mono, from `joinedAt` on. */
  heard: Int16Array
}

const pollMs = 5

/** Calls: joins the room, speaks its lines in real time when their moment comes, records what it hears, and stays until the line ends. */
export async function placeCall({ url, token, lines, hangUp, maxMs, onLine }: CallerOptions): Promise<CallerReport> {
  const room = new Room()
  const ear = openEar(room)
  let endedBy: CallerReport['endedBy'] | undefined
  let endedAt = 0
  const end = (by: CallerReport['endedBy']) => {
    if (endedBy) return
    endedBy = by
    endedAt = Date.now()
  }
  room.on(RoomEvent.Disconnected, () => end('agent'))
  await room.connect(url, token, { autoSubscribe: true, dynacast: false })
  const joinedAt = ear.openedAt
  const microphone = await openMicrophone(room)
  const untilAt = Date.now() + maxMs
  const spoken: SpokenLine[] = []

  const until = async (moment: () => boolean) => {
    while (!endedBy && !moment()) {
      if (Date.now() >= untilAt) end('time')
      else await sleep(pollMs)
    }
    return !endedBy
  }
  const soundAfter = (at: number) => ear.sounds().find((sound) => sound.startedAt >= at)

  for await (const line of lines) {
    const { when } = line
    const moment =
      'intoSpeechMs' in when
        ? () => Date.now() - (ear.soundingSince() ?? Date.now()) >= when.intoSpeechMs
        : () => {
            const last = spoken.at(-1)
            const answered = !last || soundAfter(last.bargeInMs === undefined ? last.endedAt : last.startedAt) !== undefined
            return answered && (ear.quietMs() ?? 0) >= when.afterSilenceMs
          }
    if (!(await until(moment))) break
    onLine?.(line.name)
    const interrupted = 'intoSpeechMs' in when ? ear.sounds().at(-1) : undefined
    const speaking = microphone.speak(line.pcm)
    if (hangUp?.line === line.name) {
      await sleep(hangUp.afterMs)
      end('caller')
      break
    }
    const { startedAt, endedAt: finishedAt } = await speaking
    spoken.push({
      name: line.name,
      startedAt,
      endedAt: finishedAt,
      ...(interrupted ? { bargeInMs: Math.max(0, interrupted.lastAt - startedAt) } : {}),
    })
  }
  await until(() => false)

  const heard = ear.recording()
  await microphone.close()
  await ear.close()
  await room.disconnect()
  for (const line of spoken) {
    const answer = soundAfter(line.endedAt)
    if (answer) line.gapMs = answer.startedAt - line.endedAt
  }
  const sounds = ear.sounds()
  return { joinedAt, answeredAt: sounds[0]?.startedAt, lines: spoken, endedBy: endedBy ?? 'time', endedAt, sounds, heard }
}
