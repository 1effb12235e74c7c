import { callPage, calls } from './en/calls.ts'
import { canvas } from './en/canvas.ts'
import { canvasEdit } from './en/canvas-edit.ts'
import { common, flows, signIn } from './en/common.ts'
import { editor, testCall } from './en/editor.ts'
import { errors, failureOther, failures, transcriptionFailures } from './en/errors.ts'
import { firstRun } from './en/first-run.ts'
import { forms } from './en/forms.ts'
import { nodeHelp } from './en/node-help.ts'
import { overlay } from './en/overlay.ts'
import { pastCalls } from './en/past-calls.ts'
import { providers, voices } from './en/providers.ts'
import { sharing } from './en/sharing.ts'
import { scenarios, testDrawer, textCall } from './en/test-drawer.ts'
import { versions } from './en/versions.ts'

/** The English sentences that the editor needs, or pages of several kinds. */
export const enShared = {
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

export type SharedCatalogue = typeof enShared
