import { AccessToken } from 'livekit-server-sdk'

/** A token with which the agent joins its room: hears and speaks, marked as an agent for the other participants. */
export function agentToken({
  apiKey,
  apiSecret,
  roomName,
  identity,
}: {
  apiKey: string
  apiSecret: string
  roomName: string
  identity: string
}) {
  const token = new AccessToken(apiKey, apiSecret, { identity, ttl: '6h' })
  token.kind = 'agent'
  token.addGrant({ roomJoin: true, room: roomName, agent: true, canPublish: true, canSubscribe: true })
  return token.toJwt()
}
