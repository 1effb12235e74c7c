import { setTimeout as sleep } from 'node:timers/promises'
import {
  AudioFrame,
  AudioSource,
  AudioStream,
  DisconnectReason,
  LocalAudioTrack,
  type RemoteParticipant,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node'
import type { Clock } from '../clock.ts'
import { contactSampleRate } from '../speech/recogniser.ts'
import type { Line, LineEvent } from '../turn-taking/line.ts'
import { voiceWindowMs } from '../turn-taking/voice-detector.ts'
import { leaveRoom } from './leave-room.ts'
import { LineError } from './line-error.ts'
import { createSteadyOutput } from './steady-output.ts'

const roomRate = 24_000
const outputQueueMs = 1_000
const hearUsWithinMs = 500
const aloneMs = 5_000
const lookAroundMs = 500
const betweenKeysMs = 150
/** A key's place is its DTMF event code (RFC 4733, 3.2). */
const dtmfCodes = '0123456789*#'
/** What is still on its way to the contact when our last sample has left. */
const onItsWayMs = 300
/** A room that is closed sends everybody out, the contact perhaps before us. */
const roomGone: ReadonlySet<DisconnectReason | undefined> = new Set([
  DisconnectReason.ROOM_DELETED,
  DisconnectReason.ROOM_CLOSED,
  DisconnectReason.SERVER_SHUTDOWN,
])

type RoomLineOptions = { url: string; token: string; contactIdentity: string; clock: Clock; deleteRoom(): Promise<void> }

/** Joins the room and publishes the agent's voice; the line to the contact with `contactIdentity`. Throws `ROOM_UNREACHABLE`. */
export async function joinRoom({ url, token, contactIdentity, clock, deleteRoom }: RoomLineOptions): Promise<Line> {
  const room = new Room()
  const listeners: ((event: LineEvent) => void)[] = []
  let contactTrack: RemoteTrack | undefined
  let reader: ReadableStreamDefaultReader<AudioFrame> | undefined
  let over = false
  let answered = false
  let missingSince: number | undefined
  let onHeard: () => void = () => undefined
  const contactHeard = new Promise<void>((resolve) => {
    onHeard = resolve
  })

  function emit(event: LineEvent) {
    if (!over) for (const listener of listeners) listener(event)
  }

  function leave(by: 'contact' | 'system', code?: string) {
    emit({ type: 'left', by, code })
    over = true
  }

  async function hear(track: RemoteTrack) {
    await reader?.cancel()
    contactTrack = track
    const stream = new AudioStream(track, { sampleRate: contactSampleRate, numChannels: 1, frameSizeMs: voiceWindowMs })
    reader = stream.getReader()
    onHeard()
    for (;;) {
      const { done, value } = await reader.read()
      if (done || track !== contactTrack) return
      emit({ type: 'audio', pcm: value.data, at: clock.now() })
    }
  }

  const isContact = (participant: RemoteParticipant) => participant.identity === contactIdentity
  room.on(RoomEvent.TrackSubscribed, (track, _publication, participant) => {
    if (isContact(participant) && track.kind === TrackKind.KIND_AUDIO) hear(track).catch(() => leave('system', 'CONTACT_AUDIO_LOST'))
  })
  room.on(RoomEvent.ParticipantDisconnected, (participant) => {
    if (!isContact(participant)) return
    if (roomGone.has(participant.disconnectReason)) leave('system', 'ROOM_LOST')
    else leave('contact')
  })
  room.on(RoomEvent.DtmfReceived, (_code, digit, participant) => {
    if (isContact(participant)) emit({ type: 'key', key: digit })
  })
  room.on(RoomEvent.Disconnected, () => leave('system', 'ROOM_LOST'))

  try {
    await room.connect(url, token, { autoSubscribe: true, dynacast: false })
  } catch (error) {
    over = true
    await leaveRoom(room)
    throw new LineError('ROOM_UNREACHABLE', error)
  }
  const source = new AudioSource(roomRate, 1, outputQueueMs)
  const track = LocalAudioTrack.createAudioTrack('agent', source)
  const publication = await publish(room, track)
  const output = createSteadyOutput(
    {
      capture(pcm) {
        source.captureFrame(new AudioFrame(pcm, roomRate, 1, pcm.length)).catch(() => leave('system', 'AGENT_AUDIO_LOST'))
      },
      clearQueue: () => source.clearQueue(),
      get queuedDuration() {
        return source.queuedDuration
      },
    },
    roomRate,
    clock,
  )

  const watch = setInterval(() => {
    if (!answered || over) return
    missingSince = room.remoteParticipants.has(contactIdentity) ? undefined : (missingSince ?? clock.now())
    if (missingSince !== undefined && clock.now() - missingSince >= aloneMs) leave('system', 'ALONE_IN_ROOM')
  }, lookAroundMs)

  async function close() {
    over = true
    clearInterval(watch)
    output.close()
    await reader?.cancel()
    await leaveRoom(room)
    await track.close()
  }

  return {
    output,
    onEvent: (listener) => void listeners.push(listener),
    async answered(withinMs) {
      if (!(await before(withinMs, contactHeard))) return false
      await before(hearUsWithinMs, publication.waitForSubscription())
      answered = true
      return !over
    },
    /** Key by key: a telephone at the other end needs the pause between two tones. */
    async sendKeys(keys) {
      for (const key of keys) {
        await room.localParticipant?.publishDtmf(dtmfCodes.indexOf(key), key)
        await sleep(betweenKeysMs)
      }
    },
    /** A browser has no number to be put through from, and a room alone no way to move a call: neither cold, warm nor by referral. */
    transfer: async () => 'failed',
    async hangUp() {
      if (!over) await sleep(onItsWayMs)
      over = true
      await leaveRoom(room)
      await deleteRoom()
    },
    close,
  }
}

/** Whether something happens within `ms`; leaves no timer behind. */
async function before(ms: number, happens: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController()
  const late = sleep(ms, false, { signal: timer.signal }).catch(() => false)
  try {
    return await Promise.race([happens.then(() => true), late])
  } finally {
    timer.abort()
  }
}

function publish(room: Room, track: LocalAudioTrack) {
  const me = room.localParticipant
  if (!me) throw new Error('Joined a room without being in it.')
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: false })
  return me.publishTrack(track, options)
}
