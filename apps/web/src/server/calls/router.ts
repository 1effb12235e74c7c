import { router } from '../trpc.ts'
import { connectLine } from './connect-line.ts'
import { get } from './get.ts'
import { hangUp } from './hang-up.ts'
import { join } from './join.ts'
import { list } from './list.ts'
import { live } from './live.ts'
import { recordingLink } from './recording-link.ts'
import { reveal } from './reveal.ts'
import { start } from './start.ts'
import { transcribe } from './transcribe.ts'
import { transcriptionStatus } from './transcription-status.ts'

export const calls = router({ start, join, connectLine, list, get, recordingLink, transcribe, transcriptionStatus, reveal, live, hangUp })
