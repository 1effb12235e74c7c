import { openRecordingStore } from '@parley/recordings'
import { env } from '../../env.ts'
import { once } from '../once.ts'
import { linkKeyOf } from './recording-link.ts'

/** Where the workers keep finished recordings. */
export const recordingStore = once('recordingStore', () => openRecordingStore(env()))

export const linkKey = once('recordingLinkKey', () => linkKeyOf(env().NEXTAUTH_SECRET))
