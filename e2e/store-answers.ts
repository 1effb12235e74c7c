import { appendJournal, closeDb, createCall, finishCall, getFlow, newId, openDb, seed } from '@parley/db'
import { stackVariable } from './stack.ts'

const hourMs = 3_600_000
const turnsPerCall = 6

/** Calls of the example flow over the last days, by browser and telephone, with a timing for each turn. */
export async function storeAnswers(days = 4): Promise<void> {
  const db = openDb({ url: await stackVariable('DATABASE_URL'), encryptionKey: await stackVariable('PARLEY_ENCRYPTION_KEY') })
  try {
    const { tenantId, flowId } = await seed(db)
    const flowVersionId = (await getFlow(db, tenantId, flowId))?.publishedVersionId
    if (!flowVersionId) throw new Error('The example flow is not published.')
    for (let day = 0; day < days; day++) {
      const callId = newId()
      const channel = day % 2 === 0 ? 'browser' : 'phone'
      const facts = { callId, direction: 'inbound', channel, timeZone: 'Europe/Paris' } as const
      await createCall(db, tenantId, { callId, flowId, flowVersionId, channel, facts })
      const beganAt = Date.now() - (24 * day + 1) * hourMs
      await appendJournal(
        db,
        tenantId,
        callId,
        Array.from({ length: turnsPerCall }, (_, index) => timingOf(index + 1, beganAt, day)),
      )
      await finishCall(db, tenantId, callId, { outcome: 'completed', turns: turnsPerCall })
    }
  } finally {
    await closeDb(db)
  }
}

function timingOf(turn: number, beganAt: number, day: number) {
  const speechEndAt = beganAt + turn * 8_000
  const endOfTurnAt = speechEndAt + 300 + ((turn * 37 + day * 23) % 90)
  const understoodAt = endOfTurnAt + 20 + ((turn * 13) % 40)
  const isKept = turn % 3 !== 0
  const firstAudioAt = understoodAt + (isKept ? 4 : 180 + ((turn + day) % 5) * 45)
  const instants = { speechEndAt, endOfTurnAt, finalTranscriptAt: endOfTurnAt + 12, understoodAt, steppedAt: understoodAt + 2 }
  const answer = { firstAudioAt, firstFrameAt: firstAudioAt + 3, audio: isKept ? 'kept' : 'live', foreseen: turn % 2 === 0 } as const
  return { seq: turn, at: speechEndAt, kind: 'timing', timing: { turn, ...instants, ...answer } } as const
}
