import type { Catalogue } from './en.ts'
import { callPage, calls } from './fr/calls.ts'
import { campaignPage } from './fr/campaign-page.ts'
import { campaigns, leadImport } from './fr/campaigns.ts'
import { canvas } from './fr/canvas.ts'
import { canvasEdit } from './fr/canvas-edit.ts'
import { common, flows, signIn } from './fr/common.ts'
import { doNotCall } from './fr/do-not-call.ts'
import { editor, testCall } from './fr/editor.ts'
import { campaignPauses, errors, failureOther, failures, transcriptionFailures } from './fr/errors.ts'
import { firstRun } from './fr/first-run.ts'
import { forms } from './fr/forms.ts'
import { gallery } from './fr/gallery.ts'
import { nodeHelp } from './fr/node-help.ts'
import { dialling, numbers } from './fr/numbers.ts'
import { overlay } from './fr/overlay.ts'
import { callList, contacts, flowsPage, home, liveCalls, workspace } from './fr/pages.ts'
import { pastCalls } from './fr/past-calls.ts'
import { providers, voices } from './fr/providers.ts'
import { responseTimes } from './fr/response-times.ts'
import { sharing } from './fr/sharing.ts'
import { scenarios, testDrawer, textCall } from './fr/test-drawer.ts'
import { versions } from './fr/versions.ts'

/** Every visible sentence in French; a key that is missing does not compile. */
export const fr: Catalogue = {
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
