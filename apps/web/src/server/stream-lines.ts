import { logger } from '../logger.ts'

/** Sends texts as they come, as a file to keep; reading ends when nobody wants the rest. `what`: for the log, when it breaks off. */
export function streamLines(lines: AsyncGenerator<string>, { fileName, what }: { fileName: string; what: string }): Response {
  let isGivenUp = false
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await lines.next()
        if (isGivenUp) return
        if (done) controller.close()
        else controller.enqueue(new TextEncoder().encode(value))
      } catch (error) {
        logger().error({ err: error }, `${what} broke off`)
        controller.error(error)
      }
    },
    cancel() {
      isGivenUp = true
      void lines.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  })
}
