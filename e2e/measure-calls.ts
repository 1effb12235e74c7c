import { startThrowawayStack } from '@parley/tools'
import { z } from 'zod'
import { openBrowser, signedInPage } from './browser.ts'
import { stackFolderVariable } from './stack.ts'
import { storeCalls } from './store-calls.ts'

/** `npm run measure:calls`: how long a long list of calls shows nothing, or grey rows only, while it is scrolled. */
const callsStored = 100_000
const measured = z.object({ frames: z.number(), longestBlankMs: z.number(), longestGreyMs: z.number(), longestFrameMs: z.number() })

const { home, stop } = await startThrowawayStack('calls', {
  parts: ['postgres', 'temporal', 'livekit', 'speech', 'web'],
  onProgress: (line) => console.log(line),
})
process.env[stackFolderVariable] = home
try {
  await storeCalls(callsStored, 60)
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser)
  await page.goto(new URL('/calls', page.url()).href)
  await page.locator('[data-testid^="call-"]').first().waitFor()
  /** Looks at every frame while the list scrolls; a frame is blank where the screen has a place without a row. */
  const results = await page.evaluate(`(async () => {
    const frame = document.querySelector('[data-testid=calls-grid]')
    const watch = async (move, ms) => {
      const began = performance.now()
      let [frames, blankSince, greySince, longestBlankMs, longestGreyMs, longestFrameMs, last] = [0, 0, 0, 0, 0, 0, began]
      while (last - began < ms) {
        move(last - began)
        const now = await new Promise(requestAnimationFrame)
        frames++
        longestFrameMs = Math.max(longestFrameMs, now - last)
        last = now
        const box = frame.getBoundingClientRect()
        const at = [0.15, 0.5, 0.9].map((share) => document.elementFromPoint(box.left + 60, box.top + box.height * share)?.closest('[role=row]'))
        const isBlank = at.some((row) => !row)
        const isGrey = at.some((row) => row?.dataset.testid === 'call-row-loading')
        blankSince = isBlank ? blankSince || now : 0
        greySince = isGrey ? greySince || now : 0
        if (blankSince) longestBlankMs = Math.max(longestBlankMs, now - blankSince)
        if (greySince) longestGreyMs = Math.max(longestGreyMs, now - greySince)
      }
      return { frames, longestBlankMs, longestGreyMs, longestFrameMs }
    }
    let jumpedAt = 0
    return {
      wheel: await watch(() => frame.scrollBy(0, 120), 8000),
      fling: await watch(() => frame.scrollBy(0, 900), 8000),
      jumps: await watch((ms) => {
        if (ms - jumpedAt < 1000) return
        jumpedAt = ms
        frame.scrollTo(0, (frame.scrollHeight * ((ms * 7919) % 1000)) / 1000)
      }, 8000),
    }
  })()`)
  console.table(z.record(z.string(), measured).parse(results))
  await browser.close()
} finally {
  await stop()
}
process.exit(0)
