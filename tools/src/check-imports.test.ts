import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkImports } from './check-imports.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'parley imports '))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}

/** Built, not written out: this file is read by the checker too. */
const importing = (name: string, what = 'x') => `import ${what} from '${name}'`

describe('checkImports', () => {
  it.each([
    ['packages/db/src/a.ts', importing('@parley/worker'), 'nothing imports an app'],
    ['packages/db/src/a.ts', importing('../../../apps/web/src/env.ts'), 'nothing imports an app'],
    ['packages/db/src/a.ts', importing('@parley/testing').replace('import x from', 'await import(').concat(')'), 'packages/db may import'],
    ['packages/db/src/a.ts', importing('../../cli/src/main.ts'), 'imported by its name'],
    ['packages/flow-runtime/src/a.ts', importing('pino'), 'zod and the CEL evaluator'],
    ['packages/flow-runtime/src/a.ts', 'export const now = () => Date.now()', 'uses Date.now'],
    ['packages/flow-runtime/src/a.ts', 'export const now = () => new Date()', 'uses new Date()'],
    ['packages/flow-runtime/src/a.ts', 'export const dice = () => Math.random()', 'uses Math.random'],
    ['apps/worker/src/a.ts', importing('react'), 'only apps/web'],
    ['apps/web/src/a.tsx', importing('@livekit/agents'), 'only apps/worker'],
    ['apps/web/src/a.ts', importing('@parley/temporal'), 'apps/web may import'],
    ['apps/worker/src/a.ts', importing('@parley/testing', '{\n  Caller,\n}'), 'apps/worker may import'],
    ['apps/worker/src/a.ts', 'const key = process.env.KEY', 'only a file named env.ts'],
    ['temporal/workflows/a.ts', importing('@parley/db'), 'workflows import'],
    ['temporal/workflows/a.ts', importing('../activities/b.ts'), 'workflows import'],
    ['temporal/contract.ts', importing('@temporalio/workflow'), 'zod and the words of calls only'],
    ['packages/testing/src/a.ts', importing('@echogarden/espeak-ng-emscripten'), 'only packages/speech-server'],
  ])('refuses %s: %s', async (file, text, reason) => {
    await write(file, `${text}\n`)
    const problems = await checkImports(root)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(file)
    expect(problems[0]).toContain(reason)
  })

  it('accepts what the architecture allows', async () => {
    await write('apps/web/src/env.ts', `${importing('zod')}\nexport const home = process.env.PARLEY_HOME\n`)
    await write('apps/web/src/a.tsx', `${importing('react')}\n${importing('@parley/temporal/contract')}\n`)
    await write('apps/worker/src/a.test.ts', importing('@parley/testing'))
    await write(
      'packages/flow-runtime/src/a.ts',
      `${importing('zod')}\n// never calls Date.now\nexport const at = (ms: number) => new Date(ms)\n`,
    )
    expect(await checkImports(root)).toEqual([])
  })
})
