import { createInterface } from 'node:readline'

/** Method names that differ between the protocol and the WebAssembly build. */
const renamed = { getDatabaseVersion: 'version' }
const printId = 1_000_000_000

/** Answers JSON-RPC requests, one per line and one after the other, until standard input closes. */
export async function serve(open) {
  let engine
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params = {} } = JSON.parse(line)
    if (!method) continue // the CLI acknowledging a print
    try {
      engine ??= await open()
      const result = await engine[renamed[method] ?? method](params)
      if (method === 'diff' && result.stdout != null) {
        send({ jsonrpc: '2.0', method: 'print', params: { content: result.stdout }, id: printId })
      }
      send({ jsonrpc: '2.0', id, result: result ?? null })
    } catch (error) {
      send({ jsonrpc: '2.0', id, error: failure(error) })
    }
  }
}

const send = (message) => process.stdout.write(`${JSON.stringify(message)}\n`)

function failure(error) {
  const message = String(error?.message ?? error).replace(/\n\s+0: [\s\S]*$/, '')
  const data = { is_panic: false, message, meta: error?.meta ?? null, error_code: error?.code ?? null }
  return { code: 4466, message: 'An error happened. Check the data field for details.', data }
}
