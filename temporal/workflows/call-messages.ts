import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import type { z } from 'zod'
import {
  callStateQuery as callStateName,
  type hangUpInput,
  hangUpUpdate as hangUpName,
  type mediaArrived,
  mediaArrivedSignal as mediaArrivedName,
  type WorkflowCallState,
} from '../contract.ts'

export const callStateQuery = defineQuery<WorkflowCallState>(callStateName)
export const hangUpUpdate = defineUpdate<WorkflowCallState, [z.output<typeof hangUpInput>]>(hangUpName)
export const mediaArrivedSignal = defineSignal<[z.output<typeof mediaArrived>]>(mediaArrivedName)
export const outcomeAttribute = { name: 'outcome', type: 'KEYWORD' as const }
