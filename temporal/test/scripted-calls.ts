import { randomUUID } from 'node:crypto'
import { Context } from '@temporalio/activity'
import { Client, type WorkflowHandle } from '@temporalio/client'
import { Worker, type WorkflowBundle } from '@temporalio/worker'
import { beginAttemptWith } from '../activities/begin-attempts.ts'
import { reportAttemptTo } from '../activities/report-attempt.ts'
import {
  type AttemptActivities,
  type CallActivities,
  type CallInput,
  type CampaignActivities,
  type ConductResult,
  callStartOptions,
  callWorkflowType,
  type Dialled,
  type LineActivities,
  type LineNews,
  taskQueues,
} from '../contract.ts'
import { scriptedCampaign } from './scripted-campaign.ts'
import type { TemporalServer } from './temporal-server.ts'

type Conduct = (context: Context) => Promise<ConductResult>
type Script = {
  conduct?: Conduct
  prepareRoom?: () => Promise<void>
  wrapUp?: (attempt: number) => Promise<void>
  placeCall?: () => Promise<Dialled>
  reconcileCall?: (attempt: number) => Promise<Dialled>
  lookAtLine?: () => Promise<LineNews | undefined>
  endLine?: (attempt: number) => Promise<void>
}

export const completed: ConductResult = { outcome: 'completed', turns: 4, durationMs: 1_500 }

const ofLine = (what: string, lineId: string | undefined) => (lineId === undefined ? what : `${what} of a colleague`)

/** Calls whose activities do what a test says; `log` is what they did, in order. */
export function scriptedCalls(server: TemporalServer, workflowBundle: WorkflowBundle) {
  const scripts = new Map<string, Script>()
  const logs = new Map<string, string[]>()
  const note = (callId: string, line: string) => logs.get(callId)?.push(line)

  const activities: CallActivities & LineActivities & CampaignActivities & AttemptActivities = {
    ...scriptedCampaign(500, reportAttemptTo(server.client), beginAttemptWith(new Client({ connection: server.connection }))),
    async prepareRoom({ callId }) {
      note(callId, 'prepareRoom')
      await scripts.get(callId)?.prepareRoom?.()
    },
    async wrapUp({ callId, result }) {
      note(callId, `wrapUp ${result.outcome}${result.failureCode ? ` ${result.failureCode}` : ''}`)
      await scripts.get(callId)?.wrapUp?.(Context.current().info.attempt)
    },
    async placeCall({ callId, lineId }) {
      note(callId, ofLine('placeCall', lineId))
      return (await scripts.get(callId)?.placeCall?.()) ?? { outcome: 'placed' }
    },
    async reconcileCall({ callId }) {
      note(callId, 'reconcileCall')
      return (await scripts.get(callId)?.reconcileCall?.(Context.current().info.attempt)) ?? { outcome: 'placed' }
    },
    async lookAtLine({ callId }) {
      note(callId, 'lookAtLine')
      return scripts.get(callId)?.lookAtLine?.()
    },
    async endLine({ callId, lineId }) {
      note(callId, ofLine('endLine', lineId))
      await scripts.get(callId)?.endLine?.(Context.current().info.attempt)
    },
  }
  const conductCall = async ({ callId }: { callId: string }) => {
    const context = Context.current()
    note(callId, `conductCall ${context.info.attempt}`)
    return (scripts.get(callId)?.conduct ?? (async () => completed))(context)
  }
  const { connection } = server
  const common = { connection, identity: 'parley', namespace: 'default', maxHeartbeatThrottleInterval: '200ms' } as const

  return {
    callsWorker: () => Worker.create({ ...common, taskQueue: taskQueues.calls, workflowBundle, activities }),
    mediaWorker: (taskQueue: string = taskQueues.media) =>
      Worker.create({ ...common, taskQueue, activities: { conductCall }, shutdownGraceTime: '1s' }),
    async start(script: Script, input: Partial<CallInput> = {}): Promise<{ handle: WorkflowHandle; input: CallInput; log: string[] }> {
      const id = randomUUID
      const whole: CallInput = {
        tenantId: id(),
        callId: id(),
        flowId: id(),
        flowVersionId: id(),
        channel: 'browser',
        maxCallMs: 60_000,
        ...input,
      }
      const log: string[] = []
      scripts.set(whole.callId, script)
      logs.set(whole.callId, log)
      return { handle: await server.client.workflow.start(callWorkflowType, callStartOptions(whole)), input: whole, log }
    },
  }
}

/** Conducts, with signs of life, until it is told to stop; `then` says how it ends. */
export const untilCancelled =
  (then: (context: Context) => ConductResult): Conduct =>
  async (context) => {
    const timer = setInterval(() => context.heartbeat({ journalSeq: 7, nodeId: 'why' }), 100)
    try {
      await context.cancelled.catch(() => undefined)
      return then(context)
    } finally {
      clearInterval(timer)
    }
  }

/** The conductor's answer when it was told to hang up. */
export const hangsUp = untilCancelled(() => ({ outcome: 'cancelled', turns: 3, durationMs: 900 }))
