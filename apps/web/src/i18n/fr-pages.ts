import type { PageCatalogue } from './en-pages.ts'
import { campaignPage } from './fr/campaign-page.ts'
import { campaigns, leadImport } from './fr/campaigns.ts'
import { doNotCall } from './fr/do-not-call.ts'
import { campaignPauses } from './fr/errors.ts'
import { gallery } from './fr/gallery.ts'
import { dialling, numbers } from './fr/numbers.ts'
import { callList, contacts, flowsPage, home, liveCalls, workspace } from './fr/pages.ts'
import { responseTimes } from './fr/response-times.ts'

/** The French sentences of pages beside the editor, which does not load them. */
export const frPages: PageCatalogue = {
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
