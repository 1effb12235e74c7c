import { router } from '../trpc.ts'
import { backtest } from './backtest.ts'
import { choices } from './choices.ts'
import { connectLine } from './connect-line.ts'
import { count } from './count.ts'
import { dial } from './dial.ts'
import { get } from './get.ts'
import { hangUp } from './hang-up.ts'
import { join } from './join.ts'
import { list } from './list.ts'
import { live } from './live.ts'
import { makeScenario } from './make-scenario.ts'
import { newer } from './newer.ts'
import { recordingLink } from './recording-link.ts'
import { reveal } from './reveal.ts'
import { running } from './running.ts'
import { runningOf } from './running-of.ts'
import { start } from './start.ts'
import { traffic } from './traffic.ts'
import { transcribe } from './transcribe.ts'
import { transcriptionStatus } from './transcription-status.ts'
import { views } from './views.ts'

export const calls = router({
  start,
  dial,
  join,
  connectLine,
  list,
  count,
  newer,
  choices,
  views,
  running,
  runningOf,
  get,
  recordingLink,
  transcribe,
  transcriptionStatus,
  reveal,
  live,
  hangUp,
  traffic,
  backtest,
  makeScenario,
})
