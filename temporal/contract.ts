import { z } from 'zod'

/** All that apps may import of temporal/: names, ids and schemas, without the workflow SDK. */

export const taskQueues = {
  /** Workflows and their short activities. */
  calls: 'parley-calls',
  /** `conductCall`: its slots are the admission control of the worker that holds the audio. */
  media: 'parley-media',
  /** `prepareSpeech`: beside the calls, in the processes that conduct them. */
  speech: 'parley-speech',
  /** Of one process: a carrier's socket is in it and nowhere else. */
  mediaOf: (processId: string) => `parley-media-${processId}`,
} as const

export const searchAttributes = ['tenantId', 'flowId', 'campaignId', 'callId', 'outcome'] as const

export const callWorkflowType = 'callWorkflow'
export const callWorkflowId = (callId: string) => `call/${callId}`
export const roomName = (callId: string) => `call-${callId}`
/** Identities in a call's room. A successor of a dead agent joins as the next attempt. */
export const contactIdentity = 'contact'
export const agentIdentity = (attempt: number) => `agent-${attempt}`

export const callOutcome = z.enum(['completed', 'transferred', 'hungUp', 'noAnswer', 'silent', 'timeLimit', 'cancelled', 'failed'])

/** Ids and limits only: no words, no personal data in a history. */
export const callInput = z.object({
  tenantId: z.uuid(),
  callId: z.uuid(),
  flowId: z.uuid(),
  flowVersionId: z.uuid(),
  /** browser: in a room · phone: on a carrier's media socket. */
  channel: z.enum(['browser', 'phone']),
  /** Hard limit of the whole conversation, milliseconds. */
  maxCallMs: z.number().int().positive(),
  /** How much longer the workflow waits before it ends the call itself: being answered and the last words are included. */
  graceMs: z.number().int().nonnegative().optional(),
})
export type CallInput = z.output<typeof callInput>

const keyword = (name: (typeof searchAttributes)[number], value: string) => ({ key: { name, type: 'KEYWORD' as const }, value })

/**
 * How the client starts `callWorkflow`: id, queue and what it is found by, as plain data. Starting a call again finds
 * the one that is running; one that is over is not started again.
 */
export function callStartOptions(input: CallInput) {
  const { tenantId, flowId, callId } = input
  return {
    workflowId: callWorkflowId(callId),
    taskQueue: taskQueues.calls,
    args: [input] satisfies [CallInput],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    workflowIdReusePolicy: 'REJECT_DUPLICATE' as const,
    staticSummary: input.channel === 'phone' ? 'A call by telephone.' : 'A call from a browser.',
    typedSearchAttributes: [keyword('tenantId', tenantId), keyword('flowId', flowId), keyword('callId', callId)],
  }
}

export const conductInput = z.object({
  tenantId: z.uuid(),
  callId: z.uuid(),
  maxCallMs: z.number().int().positive(),
  /** Absent: browser. */
  channel: callInput.shape.channel.optional(),
})
export type ConductInput = z.output<typeof conductInput>

/** `turns` is absent when whoever tells the end did not conduct the call; `failureCode`: stable code when the outcome is failed. */
export const conductResult = z.object({
  outcome: callOutcome,
  turns: z.number().int().optional(),
  durationMs: z.number().int(),
  failureCode: z.string().optional(),
})
export type ConductResult = z.output<typeof conductResult>

/** Heartbeat details of conductCall: the journal position already in the database. */
export const conductHeartbeat = z.object({ journalSeq: z.number().int(), nodeId: z.string() })

/** Update `hangUp` (validated: refused once the call is over); query `callState`. */
export const hangUpUpdate = 'hangUp'
export const hangUpInput = z.object({ reason: z.enum(['operator', 'studio']) })
/** Signal: a carrier's socket of this call is in the process that polls this queue. */
export const mediaArrivedSignal = 'mediaArrived'
export const mediaArrived = z.object({ taskQueue: z.string().min(1) })
export const callStateQuery = 'callState'
export const callState = z.object({
  status: z.enum(['created', 'roomReady', 'waitingForLine', 'conducting', 'wrappingUp', 'ended']),
  outcome: callOutcome.optional(),
})
export type WorkflowCallState = z.output<typeof callState>

export type CallActivities = {
  /** Creates the room and marks the call row `roomReady`. Idempotent. */
  prepareRoom(input: { tenantId: string; callId: string }): Promise<void>
  /** Deletes the room and finishes the row (outcome, end, duration). Idempotent. */
  wrapUp(input: { tenantId: string; callId: string; result: ConductResult }): Promise<void>
}
export type MediaActivities = { conductCall(input: ConductInput): Promise<ConductResult> }

export const speechWorkflowType = 'speechWorkflow'
export const speechWorkflowId = (flowVersionId: string) => `speech/${flowVersionId}`
/** Ids only: the words stay in the flow. */
export const speechInput = z.object({ tenantId: z.uuid(), flowVersionId: z.uuid() })
export type SpeechInput = z.output<typeof speechInput>
/** How many texts a version can speak whose words are fixed, in all its languages and the rates of calls, and how many of them are made. */
export const speechResult = z.object({ texts: z.number().int(), ready: z.number().int() })
export type SpeechResult = z.output<typeof speechResult>
export type SpeechActivities = { prepareSpeech(input: SpeechInput): Promise<SpeechResult> }

/** How the client starts `speechWorkflow` when a version is published; once for each version. */
export function speechStartOptions(input: SpeechInput) {
  return {
    workflowId: speechWorkflowId(input.flowVersionId),
    taskQueue: taskQueues.calls,
    args: [input] satisfies [SpeechInput],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    staticSummary: 'Makes the speech of a published flow.',
    typedSearchAttributes: [keyword('tenantId', input.tenantId)],
  }
}

export const transcriptionWorkflowType = 'transcriptionWorkflow'
export const transcriptionWorkflowId = (callId: string) => `transcription/${callId}`
/** Ids only: the words go from the storage to the vendor and from there into the database. */
export const transcriptionInput = z.object({ tenantId: z.uuid(), callId: z.uuid() })
export type TranscriptionInput = z.output<typeof transcriptionInput>
/** `failureCode` is stable. */
export const transcriptionResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), turns: z.number().int() }),
  z.object({ outcome: z.literal('failed'), failureCode: z.string() }),
])
export type TranscriptionResult = z.output<typeof transcriptionResult>
export type TranscriptionActivities = {
  /** Has the recording heard anew and keeps what was heard in place of what was kept before. Idempotent. */
  transcribeRecording(input: TranscriptionInput): Promise<{ turns: number }>
}

/** How the client starts `transcriptionWorkflow`: finds the one that runs; one that is over is done again. */
export function transcriptionStartOptions(input: TranscriptionInput) {
  const { tenantId, callId } = input
  return {
    workflowId: transcriptionWorkflowId(callId),
    taskQueue: taskQueues.calls,
    args: [input] satisfies [TranscriptionInput],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    staticSummary: 'Transcribes the recording of a call.',
    typedSearchAttributes: [keyword('tenantId', tenantId), keyword('callId', callId)],
  }
}
