import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

/** Walks docs/adding-a-node-type.md in a copy of the package. */
const root = fileURLToPath(new URL('../../..', import.meta.url))
const bin = (name: string) => path.join(root, 'node_modules/.bin', name)
const copy = fileURLToPath(new URL('../.walk', import.meta.url))
const page = readFileSync(path.join(root, 'docs/adding-a-node-type.md'), 'utf8')
const blocks = [...page.matchAll(/```ts file=(\S+)(?: after="(.*)")?\n([\s\S]*?)```/g)].map(([, file = '', after, code = '']) => ({
  file,
  after,
  code,
}))

afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('the three steps of the page give a node type that compiles, is in the schema, is checked, and plays', { timeout: 600_000 }, () => {
  rmSync(copy, { recursive: true, force: true })
  for (const folder of ['src', 'templates', 'test']) cpSync(path.join(copy, '..', folder), path.join(copy, folder), { recursive: true })
  writeFileSync(path.join(copy, 'tsconfig.json'), readFileSync(path.join(copy, '../tsconfig.json'), 'utf8').replace('../../', '../../../'))
  writeFileSync(path.join(copy, 'vitest.config.ts'), 'export default {}\n')
  for (const { file, after, code } of blocks) {
    const place = path.join(copy, 'src', file)
    if (after === undefined) {
      mkdirSync(path.dirname(place), { recursive: true })
      writeFileSync(place, code)
      continue
    }
    const text = readFileSync(place, 'utf8')
    expect(text.split(`${after}\n`)).toHaveLength(2)
    writeFileSync(place, text.replace(`${after}\n`, `${after}\n${code}`))
  }
  const run = (name: string, args: string[]) => {
    const { status, stdout, stderr } = spawnSync(bin(name), args, { cwd: copy, encoding: 'utf8' })
    return status === 0 ? 'ok' : `${name} ${status}\n${stdout}\n${stderr}`
  }
  expect(run('tsc', ['--noEmit', '-p', 'tsconfig.json'])).toBe('ok')
  expect(run('vitest', ['run', '--root', copy, 'src/nodes/spell-out'])).toBe('ok')
  const schema = "import { jsonSchema } from './src/json-schema.ts'; process.stdout.write(JSON.stringify(jsonSchema()))"
  const written = spawnSync(bin('tsx'), ['-e', schema], { cwd: copy, encoding: 'utf8' })
  expect(written.stdout).toContain('"spellOut"')
  const problems = `
    import { check } from './src/check/check.ts'
    import { flow } from './src/flow.ts'
    const node = { id: 's', type: 'spellOut', position: { x: 0, y: 0 }, data: {} }
    process.stdout.write(check(flow.parse({ schemaVersion: 1, start: 's', nodes: [node] })).map(({ code }) => code).join(' '))`
  const found = spawnSync(bin('tsx'), ['-e', problems], { cwd: copy, encoding: 'utf8' }).stdout.split(' ')
  expect(found).toEqual(expect.arrayContaining(['FIELD_MISSING', 'OPEN_OUTCOME']))
})
