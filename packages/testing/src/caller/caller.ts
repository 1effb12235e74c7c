import { setTimeout as sleep } from 'node:timers/promises'
import type { Handset, OnSent } from './handset.ts'
import { openRoomHandset } from './room-handset.ts'
import { openSocketHandset } from './socket-handset.ts'

/** One thing the caller says (48 kHz mono), or keys they press, and when. */
export type Line = ({ pcm: Int16Array } | { keys: string }) & {
  name: string
  /** `afterSilenceMs`: once the agent has spoken and been quiet this long. `intoSpeechMs`: into a running speech of the agent, so long after it began or, if that is later, after the caller's line before. */
  when: { afterSilenceMs: number } | { intoSpeechMs: number }
}

/** Where the caller calls: a LiveKit room, a carrier's media socket, or a line that somebody opened and tells the end of. */
export type CallerLine = { url: string; token: string } | { mediaUrl: string } | { handset: Handset; ended: Promise<void> }

export type CallerOptions = CallerLine & {
  /** What is said, in order; a generator may decide each line from what was asked. */
  lines: Iterable<Line> | AsyncIterable<Line>
  /** Leave this long after a line began to be spoken, in mid-sentence. */
  hangUp?: { line: string; afterMs: number }
  /** Leave this long after the answer to the last line; absent: stay until the agent ends the line. */
  leaveAfterSilenceMs?: number
  /** Leave when the call has lasted this long. */
  maxMs: number
  /** Told of all that is sent, at `heardRate`. */
  onSent?: OnSent
  /** On a socket: root mean square of a steady noise behind the caller. */
  noise?: number
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
  /** For a line into a speech: from the end of the caller's speech to the agent's going on, 0 when it did so before; undefined when it never stopped or never went on. */
  resumeMs?: number
}

export type CallerReport = {
  joinedAt: number
  /** First sound of the agent; undefined when it was never heard. */
  answeredAt?: number
  lines: SpokenLine[]
  endedBy: 'agent' | 'caller' | 'time'
  endedAt: number
  sounds: { startedAt: number; lastAt: number }[]
  /** What was heard, mono, from `joinedAt` on, at `heardRate`. */
  heard: Int16Array
  heardRate: number
  /** On a socket: how late each piece of the agent's sound came. */
  lateMs: number[]
}

const pollMs = 5
/** Between sounds of running speech there is less silence than this. */
const stopMs = 150
const betweenKeysMs = 150

/** Calls: joins the room or connects the socket, speaks its lines in real time when their moment comes, records what it hears, and stays until the line ends. */
export async function placeCall({
  lines,
  hangUp,
  leaveAfterSilenceMs,
  maxMs,
  onLine,
  onSent,
  noise,
  ...where
}: CallerOptions): Promise<CallerReport> {
  let endedBy: CallerReport['endedBy'] | undefined
  let endedAt = 0
  let lineEnded: () => void = () => undefined
  const ended = new Promise<undefined>((resolve) => {
    lineEnded = () => resolve(undefined)
  })
  const end = (by: CallerReport['endedBy']) => {
    if (endedBy) return
    endedBy = by
    endedAt = Date.now()
    lineEnded()
  }
  const onEnd = () => end('agent')
  const handset = await open(where, { onEnd, onSent, noise })
  const { hearing } = handset
  const joinedAt = hearing.openedAt
  const untilAt = Date.now() + maxMs
  const spoken: SpokenLine[] = []

  const until = async (moment: () => boolean) => {
    while (!endedBy && !moment()) {
      if (Date.now() >= untilAt) end('time')
      else await sleep(pollMs)
    }
    return !endedBy
  }
  const soundAfter = (at: number) => hearing.sounds().find((sound) => sound.startedAt >= at)
  const isAnswered = () => {
    const last = spoken.at(-1)
    return last === undefined || soundAfter(last.bargeInMs === undefined ? last.endedAt : last.startedAt) !== undefined
  }

  for await (const line of lines) {
    const { when } = line
    const moment =
      'intoSpeechMs' in when
        ? () => Date.now() - Math.max(hearing.soundingSince() ?? Date.now(), spoken.at(-1)?.endedAt ?? 0) >= when.intoSpeechMs
        : () => isAnswered() && (hearing.quietMs() ?? 0) >= when.afterSilenceMs
    if (!(await until(moment))) break
    onLine?.(line.name)
    // What was sent ahead and has not sounded yet is not what is interrupted.
    const now = Date.now()
    const interrupted = 'intoSpeechMs' in when ? hearing.sounds().findLast((sound) => sound.startedAt <= now) : undefined
    const speaking = 'keys' in line ? pressed(handset, line.keys) : handset.speak(line.pcm)
    if (hangUp?.line === line.name) {
      await sleep(hangUp.afterMs)
      end('caller')
      break
    }
    const said = await Promise.race([speaking, ended])
    // The line went in mid-sentence.
    if (!said) break
    const { startedAt, endedAt: finishedAt } = said
    spoken.push({
      name: line.name,
      startedAt,
      endedAt: finishedAt,
      ...(interrupted ? { bargeInMs: Math.max(0, interrupted.lastAt - startedAt) } : {}),
    })
  }
  await until(() => leaveAfterSilenceMs !== undefined && isAnswered() && (hearing.quietMs() ?? 0) >= leaveAfterSilenceMs)
  end('caller')

  const heard = hearing.recording()
  await handset.close()
  for (const line of spoken) {
    const answer = soundAfter(line.endedAt)
    if (answer) line.gapMs = answer.startedAt - line.endedAt
    if (line.bargeInMs === undefined) continue
    const stop = hearing.stopAfter(line.startedAt, stopMs)
    if (stop && stop.from < line.endedAt + stopMs) line.resumeMs = Math.max(0, stop.to - line.endedAt)
  }
  const sounds = [...hearing.sounds()]
  return {
    joinedAt,
    answeredAt: sounds[0]?.startedAt,
    lines: spoken,
    endedBy: endedBy ?? 'time',
    endedAt,
    sounds,
    heard,
    heardRate: hearing.rate,
    lateMs: hearing.lateMs,
  }
}

type Open = { onEnd: () => void } & Pick<CallerOptions, 'onSent' | 'noise'>

async function open(where: CallerLine, { onEnd, onSent, noise }: Open): Promise<Handset> {
  if ('mediaUrl' in where) return openSocketHandset({ url: where.mediaUrl, onEnd, onSent, noise })
  if ('url' in where) return openRoomHandset({ ...where, onEnd, onSent })
  where.ended.then(onEnd)
  return where.handset
}

async function pressed(handset: Handset, keys: string) {
  const startedAt = Date.now()
  for (const key of keys) {
    await handset.press(key)
    await sleep(betweenKeysMs)
  }
  return { startedAt, endedAt: Date.now() }
}
