import type { CampaignDraft } from './campaign-draft.ts'

/** What every part of the form of a campaign is given. */
export type SectionProps = { draft: CampaignDraft; fault: string | undefined; set: (change: Partial<CampaignDraft>) => void }
