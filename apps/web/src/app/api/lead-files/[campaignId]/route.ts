import type { ImportNews } from '../../../../campaigns/import/import-news.ts'
import { AppError } from '../../../../server/app-error.ts'
import { acceptFile } from '../../../../server/lead-files/accept-file.ts'
import { faultOf } from '../../../../server/lead-files/fault-of.ts'
import { importInput } from '../../../../server/lead-files/import-input.ts'
import { importLeads } from '../../../../server/lead-files/import-leads.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ campaignId: string }> }
const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** Imports a file of leads while it arrives. Answers with a line of JSON for each step; the last one is `done` or `failed`. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  try {
    const { who, campaignId, upload } = await acceptFile(request, (await params).campaignId)
    const how = importInput.safeParse(json(new URL(request.url).searchParams.get('how')))
    if (!how.success) throw new AppError('BAD_INPUT', 'BAD_REQUEST')
    const news = importLeads(who, campaignId, upload, how.data)
    let isGivenUp = false
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const send = (line: ImportNews) => controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`))
        try {
          const { done, value } = await news.next()
          if (isGivenUp) return
          if (done) controller.close()
          else send(value)
        } catch (error) {
          await upload.drain()
          if (isGivenUp) return
          send({ state: 'failed', ...faultOf(error) })
          controller.close()
        }
      },
      async cancel() {
        isGivenUp = true
        await news.return(undefined)
      },
    })
    return new Response(body, { headers: { ...headers, 'content-type': 'application/x-ndjson' } })
  } catch (error) {
    return Response.json(faultOf(error), { status: 422, headers })
  }
}

function json(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
