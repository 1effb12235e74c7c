import { callPage, calls } from './en/calls.ts'
import { canvas } from './en/canvas.ts'
import { canvasEdit } from './en/canvas-edit.ts'
import { common, flows, signIn } from './en/common.ts'
import { editor, testCall } from './en/editor.ts'
import { errors, failureOther, failures, transcriptionFailures } from './en/errors.ts'
import { overlay } from './en/overlay.ts'
import { providers, voices } from './en/providers.ts'
import { responseTimes } from './en/response-times.ts'
import { scenarios, testDrawer, textCall } from './en/test-drawer.ts'

/** Every visible sentence in English; the shape every other language must have. */
export const en = {
  common,
  signIn,
  flows,
  calls,
  callPage,
  responseTimes,
  editor,
  canvasEdit,
  testCall,
  overlay,
  canvas,
  testDrawer,
  textCall,
  scenarios,
  providers,
  voices,
  errors,
  failures,
  failureOther,
  transcriptionFailures,
}

export type Catalogue = typeof en
