import type { RouteResult } from '@parley/carriers'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

type Outputs = inferRouterOutputs<AppRouter>['telephony']
type Inputs = inferRouterInputs<AppRouter>['telephony']

export type Telephony = Outputs['list']
export type ListedConnection = Telephony['connections'][number]
export type ListedNumber = Telephony['numbers'][number]
export type ListedCarrier = Telephony['carriers'][number]
export type ConnectionInput = Inputs['saveConnection']
export type NumberInput = Inputs['saveNumber']
export type ConnectionTestResult = Outputs['testConnection']
/** What has to be made by hand at a carrier. */
export type ByHand = Extract<RouteResult, { state: 'by-hand' }>
