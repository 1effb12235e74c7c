import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import type { z } from 'zod'
import {
  type CallColleagueInput,
  type ColleagueReached,
  callColleagueUpdate as callColleagueName,
  callStateQuery as callStateName,
  type hangUpInput,
  hangUpUpdate as hangUpName,
  type LineNews,
  lineStatusSignal as lineStatusName,
  type mediaArrived,
  mediaArrivedSignal as mediaArrivedName,
  type releaseColleagueInput,
  releaseColleagueSignal as releaseColleagueName,
  type WorkflowCallState,
} from '../contract.ts'

export const callStateQuery = defineQuery<WorkflowCallState>(callStateName)
export const hangUpUpdate = defineUpdate<WorkflowCallState, [z.output<typeof hangUpInput>]>(hangUpName)
export const mediaArrivedSignal = defineSignal<[z.output<typeof mediaArrived>]>(mediaArrivedName)
export const lineStatusSignal = defineSignal<[LineNews]>(lineStatusName)
export const callColleagueUpdate = defineUpdate<ColleagueReached, [CallColleagueInput]>(callColleagueName)
export const releaseColleagueSignal = defineSignal<[z.output<typeof releaseColleagueInput>]>(releaseColleagueName)
export const outcomeAttribute = { name: 'outcome', type: 'KEYWORD' as const }
