import type { Catalogue } from './en.ts'
import { callPage, calls } from './fr/calls.ts'
import { canvas } from './fr/canvas.ts'
import { canvasEdit } from './fr/canvas-edit.ts'
import { common, flows, signIn } from './fr/common.ts'
import { editor, testCall } from './fr/editor.ts'
import { errors, failureOther, failures, transcriptionFailures } from './fr/errors.ts'
import { overlay } from './fr/overlay.ts'
import { providers, voices } from './fr/providers.ts'
import { responseTimes } from './fr/response-times.ts'
import { scenarios, testDrawer, textCall } from './fr/test-drawer.ts'

/** Every visible sentence in French; a key that is missing does not compile. */
export const fr: Catalogue = {
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
