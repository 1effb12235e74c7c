import { bigFlow } from '@parley/testing/big-flow'
import { expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { openBrowser, signedInPage } from './browser.ts'

const jsonFile = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
})

/** How many of the cards drawn lie on another one. */
async function overlapping(page: Page): Promise<number> {
  const cards = await page.locator('.react-flow__node').all()
  const boxes = (await Promise.all(cards.map((card) => card.boundingBox()))).filter((box) => box !== null)
  return boxes.filter((a) =>
    boxes.some(
      (b) => a !== b && a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1,
    ),
  ).length
}

test('an imported flow is tidied up, looked at from afar and from near, and a node of another release survives all of it', async () => {
  const browser = await openBrowser('refused')
  const page = await signedInPage(browser, { reducedMotion: 'reduce', acceptDownloads: true })

  await page.getByTestId('import-file').setInputFiles(jsonFile('broken.json', '{ "schemaVersion": 1, "nodes": [ }'))
  await expect(page.getByTestId('import-problems')).toContainText('line 1')
  await page.keyboard.press('Escape')
  await page.getByTestId('import-file').setInputFiles(jsonFile('foreign.json', { schemaVersion: 1, nodes: [{ id: 'x', type: 'Start' }] }))
  await expect(page.getByTestId('import-problems')).toContainText('nodes[0]')
  await page.keyboard.press('Escape')

  const drawn = bigFlow({ nodes: 60 })
  const crowded = {
    ...drawn,
    name: 'Crowded',
    nodes: drawn.nodes.map((node, at) => ({ ...node, position: { x: (at % 9) * 90, y: at * 11 } })),
  }
  await page.getByTestId('import-file').setInputFiles(jsonFile('crowded.flow.json', crowded))
  await page.waitForURL('**/flows/*-*')
  // Sixty-odd nodes on a loaded machine.
  await expect(page.locator('[data-node-type]').first()).toBeVisible({ timeout: 60_000 })
  await expect.poll(() => overlapping(page)).toBeGreaterThan(10)
  await page.getByTestId('lay-out').click()
  await expect.poll(() => overlapping(page)).toBe(0)
  await page.keyboard.press('Control+z')
  await expect.poll(() => overlapping(page)).toBeGreaterThan(10)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => overlapping(page)).toBe(0)

  await page.keyboard.press('1')
  await expect(page.getByTestId('canvas')).not.toHaveAttribute('data-detail', 'words')
  await page.keyboard.press('m')
  await expect(page.getByTestId('rf__minimap')).toBeVisible()
  await page.keyboard.press('0')
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-detail', 'words')
  await expect(page.getByTestId('save-status')).toHaveAttribute('data-status', 'saved')

  const flowId = page.url().split('/').at(-1) ?? ''
  const later = { id: 'later', type: 'hologram', position: { x: 0, y: -300 }, data: { mood: ['calm', null] }, glow: 1.5 }
  const stored = await draftOf(page, flowId)
  const document = { ...stored.document, nodes: [...stored.document.nodes, later] }
  await storeDraft(page, { flowId, revision: stored.revision, document })
  await page.reload()
  await page.keyboard.press('1')
  await expect(page.getByTestId('node-later')).toHaveAttribute('aria-label', /hologram/)
  await page.getByTestId('rail-problems').click()
  await expect(page.getByTestId('problem-NODE_TYPE_UNKNOWN')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByTestId('lay-out').click()
  await expect(page.getByTestId('save-status')).toHaveAttribute('data-status', 'saved')
  await expect.poll(async () => (await draftOf(page, flowId)).revision).toBeGreaterThan(stored.revision + 1)
  const saved = (await draftOf(page, flowId)).document.nodes.find(({ id }) => id === 'later')
  expect({ ...saved, position: later.position }).toEqual(later)
  await browser.close()
})

const draft = z.object({
  revision: z.number(),
  document: z.looseObject({ nodes: z.array(z.looseObject({ id: z.string() })) }),
})
const answer = z.object({ result: z.object({ data: z.object({ json: z.unknown() }) }) })

/** The stored draft. */
async function draftOf(page: Page, flowId: string) {
  const input = encodeURIComponent(JSON.stringify({ json: { flowId } }))
  const response = await page.request.get(new URL(`/api/trpc/flows.get?input=${input}`, page.url()).href)
  return draft.parse(answer.parse(await response.json()).result.data.json)
}

/** Stores a draft as another window would. */
async function storeDraft(page: Page, input: { flowId: string; revision: number; document: object }): Promise<void> {
  const { origin } = new URL(page.url())
  const response = await page.request.post(`${origin}/api/trpc/flows.save`, { data: { json: input }, headers: { origin } })
  expect(response.ok()).toBe(true)
}
