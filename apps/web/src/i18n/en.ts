import { callPage, calls } from './en/calls.ts'
import { campaignPage } from './en/campaign-page.ts'
import { campaigns, leadImport } from './en/campaigns.ts'
import { canvas } from './en/canvas.ts'
import { canvasEdit } from './en/canvas-edit.ts'
import { common, flows, signIn } from './en/common.ts'
import { doNotCall } from './en/do-not-call.ts'
import { editor, testCall } from './en/editor.ts'
import { campaignPauses, errors, failureOther, failures, transcriptionFailures } from './en/errors.ts'
import { firstRun } from './en/first-run.ts'
import { forms } from './en/forms.ts'
import { gallery } from './en/gallery.ts'
import { nodeHelp } from './en/node-help.ts'
import { dialling, numbers } from './en/numbers.ts'
import { overlay } from './en/overlay.ts'
import { callList, contacts, flowsPage, home, liveCalls, workspace } from './en/pages.ts'
import { pastCalls } from './en/past-calls.ts'
import { providers, voices } from './en/providers.ts'
import { responseTimes } from './en/response-times.ts'
import { sharing } from './en/sharing.ts'
import { scenarios, testDrawer, textCall } from './en/test-drawer.ts'
import { versions } from './en/versions.ts'

/** Every visible sentence in English; the shape every other language must have. */
export const en = {
  common,
  signIn,
  flows,
  calls,
  callPage,
  callList,
  campaignPage,
  doNotCall,
  contacts,
  flowsPage,
  home,
  firstRun,
  gallery,
  nodeHelp,
  liveCalls,
  workspace,
  responseTimes,
  editor,
  canvasEdit,
  testCall,
  forms,
  overlay,
  canvas,
  testDrawer,
  textCall,
  scenarios,
  pastCalls,
  sharing,
  versions,
  numbers,
  dialling,
  campaigns,
  leadImport,
  providers,
  voices,
  errors,
  failures,
  failureOther,
  campaignPauses,
  transcriptionFailures,
}

export type Catalogue = typeof en
