import { type Db, forgetDrafts } from '@parley/db'
import { logger } from '../../logger.ts'
import { recordingStore } from '../recordings/recording-store.ts'

const kept = { drafts: 20, calls: 100 }

/** Removes what old test calls of a flow's drafts left. Returns at once; what fails is tried again with the next test call. */
export function forgetTried(db: Db, tenantId: string, flowId: string): void {
  const removeRecording = (path: string) => recordingStore().delete(path)
  forgetDrafts(db, tenantId, flowId, { kept, removeRecording }).catch((error: unknown) => {
    logger().warn({ code: 'DRAFT_CALLS_NOT_FORGOTTEN', flowId, err: error })
  })
}
