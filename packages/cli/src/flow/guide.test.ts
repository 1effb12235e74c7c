import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { run } from '../run.ts'

const example = path.resolve(import.meta.dirname, '../../../../docs/examples/table.flow.json')

test('the flow of the guide does what its scenarios say, by the local engine', async () => {
  const written: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  const code = await run(['flow', 'test', example, '--json'])
  vi.restoreAllMocks()
  const { scenarios, coverage } = JSON.parse(written.join(''))
  expect(scenarios.filter(({ passed }: { passed: boolean }) => !passed)).toEqual([])
  expect([code, scenarios.length, coverage.nodes]).toEqual([0, 4, 1])
})
