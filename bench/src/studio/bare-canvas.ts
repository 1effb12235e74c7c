import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { outcomesOf } from '@parley/flow-runtime'
import { bigFlow } from '@parley/testing/big-flow'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { type DragFrames, dragOneCard } from './drag-frames.ts'

/** The same drags on a page that holds nothing but React Flow with the same graph: what the library and the browser cost by themselves. */
export async function dragOnBareCanvas(page: Page, nodes: number): Promise<DragFrames> {
  const flow = bigFlow({ nodes })
  const graph = {
    nodes: flow.nodes.map((node) => ({
      ...{ id: node.id, position: node.position, name: node.id },
      outcomes: outcomesOf(node, flow).map(({ name }) => name),
    })),
    edges: flow.edges,
  }
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'bare-page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const script = outputFiles[0]?.text ?? ''
  const style = await readFile(fileURLToPath(import.meta.resolve('@xyflow/react/dist/style.css')), 'utf8')
  const body = `<!doctype html><style>${style} html,body,#root{height:100%;margin:0}</style><div id="root"></div>
    <script type="application/json" id="graph">${JSON.stringify(graph).replaceAll('<', '\\u003c')}</script><script>${script}</script>`
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The bare page has no port.')
  try {
    await page.goto(`http://127.0.0.1:${address.port}/`)
    await page.locator('.react-flow__node').first().waitFor()
    return await dragOneCard(page, () => page.getByRole('button', { name: 'all' }).click())
  } finally {
    server.close()
  }
}
