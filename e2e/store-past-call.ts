import {
  appendJournal,
  closeDb,
  createCall,
  type Db,
  finishCall,
  getFlow,
  getFlowVersion,
  newId,
  openDb,
  seed,
  setCallStatus,
} from '@parley/db'
import type { CallOutcome } from '@parley/flow-runtime'
import { runScenario, type ScenarioStep } from '@parley/flow-runtime/scenarios'
import { createLocalEngine } from '@parley/understanding'
import { stackVariable } from './stack.ts'

export type RunningStoredCall = {
  callId: string
  flowId: string
  /** Writes its journal on until it stands at a node. */
  goTo(nodeId: string): Promise<void>
  /** Writes the rest, and ends it. */
  finish(outcome: CallOutcome): Promise<void>
}

/** Runs `work` with calls of the example flow that were never spoken: what they say is played by the interpreter, and written down bit by bit. */
export async function withStoredCalls(
  work: (begin: (steps: ScenarioStep[]) => Promise<RunningStoredCall>) => Promise<void>,
): Promise<void> {
  const db = openDb({ url: await stackVariable('DATABASE_URL'), encryptionKey: await stackVariable('PARLEY_ENCRYPTION_KEY') })
  try {
    await work((steps) => beginCall(db, steps))
  } finally {
    await closeDb(db)
  }
}

async function beginCall(db: Db, steps: ScenarioStep[]): Promise<RunningStoredCall> {
  const { tenantId, flowId } = await seed(db)
  const versionId = (await getFlow(db, tenantId, flowId))?.publishedVersionId
  const version = versionId ? await getFlowVersion(db, tenantId, versionId) : null
  if (!version?.document) throw new Error('The example flow is not published.')
  const callId = newId()
  const facts = { callId, direction: 'inbound', channel: 'phone', timeZone: 'Europe/Paris' } as const
  await createCall(db, tenantId, { callId, flowId, flowVersionId: version.id, channel: 'phone', facts })
  await setCallStatus(db, tenantId, callId, 'conducting')
  const engine = createLocalEngine()
  const understand = (request: Parameters<typeof engine.understand>[0]) => engine.understand(request)
  const { journal, reason } = await runScenario(version.document, { name: 'past', now: new Date().toISOString(), steps }, { understand })
  if (reason) throw new Error(reason)
  let written = 0
  const writeUntil = async (count: number) => {
    await appendJournal(db, tenantId, callId, journal.slice(written, count))
    written = count
  }
  return {
    callId,
    flowId,
    goTo: (nodeId) => writeUntil(journal.findIndex((entry) => entry.kind === 'step' && entry.state.at === nodeId) + 1),
    async finish(outcome) {
      await writeUntil(journal.length)
      await finishCall(db, tenantId, callId, { outcome })
    },
  }
}
