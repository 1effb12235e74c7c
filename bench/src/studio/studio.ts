import { createSignInUrl } from '@parley/tools'
import { chromium } from 'playwright-core'
import type { Figures } from '../benchmarks.ts'
import { type Product, startProduct } from '../product.ts'
import { dragOnBareCanvas } from './bare-canvas.ts'
import { dragFrames } from './drag-frames.ts'
import { firstLoadKb } from './first-load.ts'
import { noteInteractive } from './interactive.ts'
import { layOut } from './lay-out.ts'
import { openFlow } from './open-flow.ts'
import { storeBigFlow } from './store-big-flow.ts'
import { typeMs } from './type-ms.ts'

const ms = (value: number) => ({ value, unit: 'ms' })
const window = { width: 1440, height: 900 }

/** How quick the editor is on large flows, by Chromium against the real product: opening, dragging, typing, layout, and what the page loads. */
export async function studio(onProgress: (line: string) => void): Promise<Figures> {
  onProgress('Starting the product with npm start')
  const product = await startProduct()
  try {
    return await measureStudio(product, onProgress)
  } finally {
    await product.stop()
  }
}

/** The same on a product that runs already. */
export async function measureStudio(
  { client, env }: Pick<Product, 'client' | 'env'>,
  onProgress: (line: string) => void,
): Promise<Figures> {
  const urls = new Map<number, string>()
  for (const nodes of [200, 500, 1000]) urls.set(nodes, `${env.NEXTAUTH_URL}/flows/${await storeBigFlow(client, nodes)}`)
  const urlOf = (nodes: number) => urls.get(nodes) ?? ''
  const executablePath = process.env.PARLEY_CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  try {
    const page = await browser.newPage({ viewport: window, locale: 'en-GB', reducedMotion: 'reduce' })
    // What runs these sources gives functions their names by a helper that the page does not have.
    await page.addInitScript('globalThis.__name ??= (made) => made')
    await noteInteractive(page)
    await page.goto(await createSignInUrl(env))
    await page.waitForURL((url) => url.pathname === '/')

    onProgress('What the page loads; opening 200 nodes')
    const loadKb = await firstLoadKb(page, urlOf(200))
    const openMs = await openFlow(page, urlOf(200))
    onProgress(`${loadKb.first} kB, then ${loadKb.all} kB; opened in ${openMs} ms. Dragging a card, with words and with everything in view`)
    const at500 = await dragFrames(page, urlOf(500))
    const at1000 = await dragFrames(page, urlOf(1000))
    onProgress(`${JSON.stringify({ at500, at1000 })}. The same graph on a bare canvas`)
    const bare = await dragOnBareCanvas(page, 500)
    onProgress(`${JSON.stringify({ bare })}. Typing`)
    const type = await typeMs(page, urlOf(500))
    onProgress(`${type} ms. Layout`)
    const layout = await layOut(page, urlOf(500))
    return {
      openMs200: ms(openMs),
      dragFrameMsP95At500: ms(at500.close.p95),
      dragFrameMsP95At1000: ms(at1000.close.p95),
      dragVsBareCanvas: { value: Math.round((at500.close.p95 / bare.close.p95) * 100) / 100, unit: '×' },
      dragAllInViewMsP95At500: ms(at500.all.p95),
      dragAllInViewMsP95At1000: ms(at1000.all.p95),
      bareAllInViewMsP95At500: ms(bare.all.p95),
      dragWorkMsAt500: ms(at500.close.work),
      dragWorkMsAt1000: ms(at1000.close.work),
      bareWorkMsAt500: ms(bare.close.work),
      dragWorkAllInViewMsAt500: ms(at500.all.work),
      bareWorkAllInViewMsAt500: ms(bare.all.work),
      typeMsP95At500: ms(type),
      layoutMs500: ms(layout.tookMs),
      layoutLongestTaskMs500: ms(layout.longestTaskMs),
      firstLoadKb: { value: loadKb.first, unit: 'kB' },
      allLoadKb: { value: loadKb.all, unit: 'kB' },
    }
  } finally {
    await browser.close()
  }
}
