import { previewFile } from '@parley/campaigns/import'
import { acceptFile } from '../../../../../server/lead-files/accept-file.ts'
import { faultOf } from '../../../../../server/lead-files/fault-of.ts'
import { beginningOf } from '../../../../../server/lead-files/upload.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ campaignId: string }> }
const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** How a file of leads is read, its first rows, and a guess of what its columns are. Nothing is kept of it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  try {
    const { upload } = await acceptFile(request, (await params).campaignId)
    const shown = await previewFile(beginningOf(upload)).finally(() => upload.drain())
    return Response.json(shown, { headers })
  } catch (error) {
    return Response.json(faultOf(error), { status: 422, headers })
  }
}
