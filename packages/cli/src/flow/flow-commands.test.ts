import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { run } from '../run.ts'

const templates = path.resolve(import.meta.dirname, '../../../flow-runtime/templates')
const appointment = path.join(templates, 'appointment.flow.json')
const templateFiles = async () => (await readdir(templates)).filter((name) => name.endsWith('.flow.json'))
const at = ['--now', '2026-11-20T10:00:00+01:00']

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley cli '))
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

/** Runs a command in this process: its exit code and what it wrote. */
async function parley(...args: string[]): Promise<{ code: number; out: string; err: string; json: ReturnType<typeof JSON.parse> }> {
  const written = { out: [] as string[], err: [] as string[] }
  const into = (texts: string[]) => (text: string | Uint8Array) => texts.push(String(text)) > 0
  vi.spyOn(process.stdout, 'write').mockImplementation(into(written.out))
  vi.spyOn(process.stderr, 'write').mockImplementation(into(written.err))
  const code = await run(args)
  vi.restoreAllMocks()
  const [out, err] = [written.out.join(''), written.err.join('')]
  return { code, out, err, json: args.includes('--json') ? JSON.parse(out) : undefined }
}
async function file(name: string, content: unknown): Promise<string> {
  const where = path.join(folder, name)
  await writeFile(where, typeof content === 'string' ? content : JSON.stringify(content))
  return where
}
const end = { id: 'end', type: 'end', position: { x: 0, y: 0 }, data: { text: 'Bye.' } }
const small = { schemaVersion: 1, name: 'Small', start: 'end', nodes: [end] }

test.each(await templateFiles())('%s is without an error, and its scenarios pass and see nearly all of it', async (name) => {
  const flow = path.join(templates, name)
  const { json } = await parley('flow', 'check', flow, '--json')
  expect(json.problems.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([])
  const tested = await parley('flow', 'test', flow, '--json')
  expect(tested.json.scenarios.filter(({ passed }: { passed: boolean }) => !passed)).toEqual([])
  expect(tested).toMatchObject({ code: 0, json: { coverage: { nodes: 1 } } })
  expect(tested.json.coverage.edges).toBeGreaterThanOrEqual(0.95)
})

test('an error of the checker fails, with its code, severity, node and sentence', async () => {
  const flow = await file('open.flow.json', { ...small, start: 'why', nodes: [{ ...end, id: 'why', type: 'say' }, end], edges: [] })
  const { code, json } = await parley('flow', 'check', flow, '--json')
  expect(code).toBe(1)
  expect(json.problems).toContainEqual({ code: 'OPEN_OUTCOME', severity: 'error', nodeId: 'why', message: expect.stringContaining('Then') })
  expect((await parley('flow', 'check', flow, '--locale', 'fr')).out).toContain('Personne ne répond encore à cette issue')
})

test('a file that is no flow is refused with the place and what was expected', async () => {
  const bad = await file('bad.flow.json', { ...small, nodes: [{ ...end, data: { text: 7 } }] })
  const { code, err, json } = await parley('flow', 'check', bad, '--json')
  expect(code).toBe(1)
  expect(err).toContain(`${bad}: `)
  expect(json.problems[0]).toMatchObject({ path: 'nodes[0].data.text', severity: 'error', expected: expect.any(String) })
  expect(await parley('flow', 'check', path.join(folder, 'nowhere.json'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('ENOENT'),
  })
})

test('a scenario that fails says why; a flow without scenarios says where to write them', async () => {
  const flow = await file('small.flow.json', small)
  expect(await parley('flow', 'test', flow)).toMatchObject({ code: 1, err: expect.stringContaining('small.scenarios.json') })
  const scenarios = await file('small.scenarios.json', [{ name: 'Polite', steps: [{ agent: 'Good day' }] }])
  const reason = 'At the start the agent said “Bye.” instead of something with “Good day”.'
  expect(await parley('flow', 'test', flow, '--scenarios', scenarios, '--json')).toMatchObject({
    code: 1,
    json: { scenarios: [{ name: 'Polite', passed: false, reason }], coverage: { nodes: 1, edges: 1 } },
  })
  await file('small.scenarios.json', [{ name: 'Polite', steps: [{ caller: 'hello' }] }])
  expect(await parley('flow', 'test', flow)).toMatchObject({
    code: 1,
    err: expect.stringContaining('[0].steps[0]: expected an object with one of'),
  })
})

test('a call in text books in the calendar of this machine, the same every time', async () => {
  const say = ['I would like to book an appointment', 'next Tuesday', 'at three in the afternoon', 'Anna Bell'].flatMap((words) => [
    '--say',
    words,
  ])
  const first = await parley('flow', 'run', appointment, ...say, ...at, '--json')
  expect(first.code).toBe(0)
  expect(first.json).toMatchObject({
    outcome: 'completed',
    variables: { day: '2026-11-24', time: '15:00', patient: 'Anna Bell' },
    path: ['greet', 'why', 'askDay', 'askTime', 'askName', 'book', 'confirm', 'bye'],
  })
  expect((await parley('flow', 'run', appointment, ...say, ...at, '--json')).out).toBe(first.out)
  const shown = await parley('flow', 'run', appointment, ...say, ...at, '--explain')
  expect(shown.out).toContain('why → askDay: The caller’s words were closest to')
  expect(shown.err).toContain('made-up answers')
}, 30_000)

test('a script gives the results of tools and is checked on the way', async () => {
  const script = await file('script.json', [
    { contact: 'can I talk to someone' },
    { agent: { node: 'human' } },
    { transfer: 'failed' },
    { agent: 'nobody can take your call' },
  ])
  expect(await parley('flow', 'run', appointment, '--script', script, '--json')).toMatchObject({ code: 0, json: { outcome: 'completed' } })
  const wrong = await file('wrong.json', [{ agent: 'Good morning' }])
  expect(await parley('flow', 'run', appointment, '--script', wrong)).toMatchObject({
    code: 1,
    err: expect.stringContaining('Good morning'),
  })
})

test('a recorded call becomes a scenario of its flow, and is replayed through another version', async () => {
  const called = await parley('flow', 'run', appointment, '--say', 'when are you open', ...at, '--json')
  await file('call.json', called.out)
  const journal = path.join(folder, 'call.json')
  const scenarios = await file('made.json', (await parley('flow', 'scenario', journal, appointment)).out)
  expect(await parley('flow', 'test', appointment, '--scenarios', scenarios)).toMatchObject({ code: 0 })

  const other = await file('other.flow.json', small)
  expect(await parley('flow', 'scenario', journal, other, '--json')).toMatchObject({
    code: 1,
    json: { problems: [{ code: 'JOURNAL_OF_ANOTHER_FLOW', path: 'seq 1' }] },
  })

  const journals = await mkdtemp(path.join(folder, 'journals '))
  await writeFile(path.join(journals, 'one.jsonl'), called.json.journal.map((entry: unknown) => `${JSON.stringify(entry)}\n`).join(''))
  expect(await parley('flow', 'backtest', appointment, '--journals', journals)).toMatchObject({ code: 0 })
  const { code, json } = await parley('flow', 'backtest', other, '--journals', journals, '--json')
  expect(code).toBe(1)
  expect(json).toMatchObject({
    same: 0,
    different: 1,
    calls: [{ journal: 'one.jsonl', firstDifference: { turn: 0, after: { node: 'end', words: 'Bye.' } } }],
  })
}, 30_000)

test('two flows are compared', async () => {
  const flow = await file('before.flow.json', small)
  const after = await file('after.flow.json', { ...small, name: 'Smaller' })
  expect(await parley('flow', 'diff', flow, after)).toMatchObject({ code: 0, out: expect.stringContaining('Smaller') })
  expect((await parley('flow', 'diff', flow, flow, '--json')).json).toMatchObject({ isSame: true })
})

test.each([
  [['flow'], 'Not understood'],
  [['flow', 'check'], 'Something is missing'],
  [['flow', 'check', 'a', 'b'], 'Too much: b'],
  [['flow', 'check', 'a', '--loud'], '--loud'],
  [['flow', 'run', appointment, '--now', 'soon'], '--now is an instant'],
  [['flow', 'run', appointment, '--language', 'de'], '--language is en or fr'],
  [['flow', 'simulate', appointment], '--persona'],
  [['flow', 'backtest', appointment], '--journals'],
  [['bench', 'nothing'], 'interpreter'],
  [['understand', 'eval', 'x', '--limit', 'some'], '--limit'],
])('%j is not understood', async (args, words) => {
  expect(await parley(...args)).toMatchObject({ code: 2, err: expect.stringContaining(words) })
})
