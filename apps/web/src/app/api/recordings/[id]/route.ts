import { getRecording } from '@parley/db'
import { logger } from '../../../../logger.ts'
import { database } from '../../../../server/database.ts'
import { linkKey, recordingStore } from '../../../../server/recordings/recording-store.ts'
import { serveRecording } from '../../../../server/recordings/serve-recording.ts'

export const dynamic = 'force-dynamic'

/** A recording, for whoever has a valid link to it. */
export async function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return serveRecording(request, (await context.params).id, {
    linkKey: linkKey(),
    now: Date.now(),
    store: recordingStore(),
    find: (tenantId, callId) => getRecording(database(), tenantId, callId),
    onFailure: (err) => logger().error({ err }, 'a recording could not be served'),
  })
}
