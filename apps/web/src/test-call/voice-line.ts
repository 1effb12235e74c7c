import { DisconnectReason, type LocalAudioTrack, type RemoteTrack, Room, RoomEvent, Track } from 'livekit-client'

type LineEvents = {
  /** The agent's voice can be heard. */
  onAgent: () => void
  /** The line is gone: ended by the other side, or lost. */
  onGone: (why: 'ended' | 'lost') => void
}
export type VoiceLine = { hangUp: () => Promise<void> }

const endings: ReadonlySet<DisconnectReason | undefined> = new Set([
  DisconnectReason.CLIENT_INITIATED,
  DisconnectReason.PARTICIPANT_REMOVED,
  DisconnectReason.ROOM_DELETED,
  DisconnectReason.ROOM_CLOSED,
])

/** Joins the call's room with the microphone and plays what comes back. Throws when the room does not let us in. */
export async function openVoiceLine(
  entry: { url: string; token: string },
  microphone: LocalAudioTrack,
  events: LineEvents,
): Promise<VoiceLine> {
  const room = new Room({ adaptiveStream: false, dynacast: false, disconnectOnPageLeave: true })
  const players = new Set<HTMLMediaElement>()
  room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
    if (track.kind !== Track.Kind.Audio) return
    const player = track.attach()
    player.dataset.testid = 'agent-audio'
    player.hidden = true
    document.body.append(player)
    players.add(player)
    events.onAgent()
  })
  room.on(RoomEvent.TrackUnsubscribed, (track: RemoteTrack) => {
    for (const player of track.detach()) player.remove()
  })
  room.on(RoomEvent.Disconnected, (reason) => {
    for (const player of players) player.remove()
    microphone.stop()
    events.onGone(endings.has(reason) ? 'ended' : 'lost')
  })
  await room.connect(entry.url, entry.token)
  await room.localParticipant.publishTrack(microphone)
  await room.startAudio().catch(() => undefined)
  return { hangUp: () => room.disconnect() }
}
