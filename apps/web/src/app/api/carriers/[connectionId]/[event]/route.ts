import { carrierEvents } from '@parley/carriers'
import { z } from 'zod'
import { logger } from '../../../../../logger.ts'
import { database } from '../../../../../server/database.ts'
import { errorCodeOf } from '../../../../../server/error-code-of.ts'
import { handleCarrier, publicUrl } from '../../../../../server/telephony/handle-carrier.ts'
import { remoteAddressOf } from '../../../../../server/telephony/remote-address.ts'

export const dynamic = 'force-dynamic'

const mostBytes = 64 * 1_024
const place = z.object({ connectionId: z.uuid(), event: z.enum(carrierEvents) })
const about = z.uuid().optional().catch(undefined)

/** What carriers ask and tell. A failure of ours is 503: they ask again. */
async function visit(request: Request, { params }: { params: Promise<{ connectionId: string; event: string }> }): Promise<Response> {
  const asked = place.safeParse(await params)
  if (!asked.success) return Response.json({ code: 'NOT_FOUND' }, { status: 404 })
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return Response.json({ code: 'TOO_LARGE' }, { status: 413 })
  const body = await request.text()
  if (body.length > mostBytes) return Response.json({ code: 'TOO_LARGE' }, { status: 413 })
  const { pathname, search, searchParams } = new URL(request.url)
  try {
    const reply = await handleCarrier(database(), {
      ...asked.data,
      lineId: about.parse(searchParams.get('reference') ?? undefined),
      request: {
        method: request.method,
        url: new URL(pathname + search, publicUrl()).href,
        headers: Object.fromEntries(request.headers),
        body,
        remoteAddress: remoteAddressOf(request.headers),
      },
    })
    // Not compressed: these are a few hundred bytes.
    const headers = { 'content-type': reply.contentType, 'cache-control': 'no-store, no-transform' }
    return new Response(reply.body, { status: reply.status, headers })
  } catch (error) {
    logger().error({ code: errorCodeOf(error), err: error, ...asked.data }, 'a carrier could not be answered')
    return Response.json({ code: 'UNAVAILABLE' }, { status: 503, headers: { 'retry-after': '1' } })
  }
}

export { visit as GET, visit as POST }
