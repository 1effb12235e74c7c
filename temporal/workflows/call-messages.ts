import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import type {
  CallColleagueInput,
  ColleagueReached,
  HangUpInput,
  LineNews,
  MediaArrived,
  ReleaseColleagueInput,
  WorkflowCallState,
} from '../contract.ts'
import * as names from '../names.ts'

export const callStateQuery = defineQuery<WorkflowCallState>(names.callStateQuery)
export const hangUpUpdate = defineUpdate<WorkflowCallState, [HangUpInput]>(names.hangUpUpdate)
export const mediaArrivedSignal = defineSignal<[MediaArrived]>(names.mediaArrivedSignal)
export const lineStatusSignal = defineSignal<[LineNews]>(names.lineStatusSignal)
export const callColleagueUpdate = defineUpdate<ColleagueReached, [CallColleagueInput]>(names.callColleagueUpdate)
export const releaseColleagueSignal = defineSignal<[ReleaseColleagueInput]>(names.releaseColleagueSignal)
export const outcomeAttribute = { name: 'outcome', type: 'KEYWORD' as const }
