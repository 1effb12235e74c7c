import { router } from '../trpc.ts'
import { figures } from './figures.ts'
import { findLead, lead, revealLead } from './lead.ts'
import { countLeads, leads, revealLeads } from './leads.ts'
import { preview } from './preview.ts'
import { read } from './read.ts'
import { run } from './run.ts'

export const campaignPage = router({ read, run, figures, preview, leads, countLeads, revealLeads, lead, revealLead, findLead })
