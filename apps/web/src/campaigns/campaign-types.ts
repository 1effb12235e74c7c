import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

type Outputs = inferRouterOutputs<AppRouter>['campaigns']

export type CampaignList = Outputs['list']
export type ListedCampaign = CampaignList['campaigns'][number]
export type StoredCampaign = Outputs['get']
