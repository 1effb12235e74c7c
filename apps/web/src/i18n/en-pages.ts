import { campaignPage } from './en/campaign-page.ts'
import { campaigns, leadImport } from './en/campaigns.ts'
import { doNotCall } from './en/do-not-call.ts'
import { campaignPauses } from './en/errors.ts'
import { gallery } from './en/gallery.ts'
import { dialling, numbers } from './en/numbers.ts'
import { callList, contacts, flowsPage, home, liveCalls, workspace } from './en/pages.ts'
import { responseTimes } from './en/response-times.ts'

/** The English sentences of pages beside the editor, which does not load them. */
export const enPages = {
  callList,
  campaignPage,
  doNotCall,
  contacts,
  flowsPage,
  home,
  gallery,
  liveCalls,
  workspace,
  responseTimes,
  numbers,
  dialling,
  campaigns,
  leadImport,
  campaignPauses,
}

export type PageCatalogue = typeof enPages
