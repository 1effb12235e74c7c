import type { SharedCatalogue } from './en-shared.ts'
import { callPage, calls } from './fr/calls.ts'
import { canvas } from './fr/canvas.ts'
import { canvasEdit } from './fr/canvas-edit.ts'
import { common, flows, signIn } from './fr/common.ts'
import { editor, testCall } from './fr/editor.ts'
import { errors, failureOther, failures, transcriptionFailures } from './fr/errors.ts'
import { firstRun } from './fr/first-run.ts'
import { forms } from './fr/forms.ts'
import { nodeHelp } from './fr/node-help.ts'
import { overlay } from './fr/overlay.ts'
import { pastCalls } from './fr/past-calls.ts'
import { providers, voices } from './fr/providers.ts'
import { sharing } from './fr/sharing.ts'
import { scenarios, testDrawer, textCall } from './fr/test-drawer.ts'
import { versions } from './fr/versions.ts'

/** The French sentences that the editor needs, or pages of several kinds. */
export const frShared: SharedCatalogue = {
  common,
  signIn,
  flows,
  calls,
  callPage,
  firstRun,
  nodeHelp,
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
  providers,
  voices,
  errors,
  failures,
  failureOther,
  transcriptionFailures,
}
