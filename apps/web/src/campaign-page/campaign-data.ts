import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

type Outputs = inferRouterOutputs<AppRouter>['campaignPage']
/** What the server tells of a campaign: as it is now, how far it came, what it would do, and of one lead. */
export type CampaignNow = Outputs['read']
export type CampaignFiguresNow = Outputs['figures']
export type CampaignPreview = Outputs['preview']
export type ListedLeadRow = Outputs['leads'][number]
export type ReadLead = Outputs['lead']
