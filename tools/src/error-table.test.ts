import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { repositoryRoot } from './repository.ts'

const read = (file: string) => readFile(path.join(repositoryRoot, file), 'utf8')

/** The codes a part of the page lists, from its heading to the next. */
async function listed(heading: string): Promise<string[]> {
  const part = (await read('docs/errors.md')).split(/^## /m).find((one) => one.startsWith(heading)) ?? ''
  return [...part.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code = '']) => code).sort()
}

/** The codes one catalogue of the studio has sentences for. */
async function explained(name: 'errors' | 'failures' | 'campaignPauses' | 'transcriptionFailures'): Promise<string[]> {
  const text = (await read('apps/web/src/i18n/en/errors.ts')).split(`export const ${name} = {`)[1]?.split('\n}')[0] ?? ''
  return [...text.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, code = '']) => code).sort()
}

/** The codes of a type that is a union of them. */
async function codesOf(file: string, name: string): Promise<string[]> {
  const [, type = ''] = (await read(file)).split(`export type ${name} =`)
  return [...(type.split('\n\n')[0] ?? '').matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => code).sort()
}

/** What a carrier refuses or fails with. */
async function ofCarriers(): Promise<string[]> {
  const text = await read('packages/carriers/src/carrier-error.ts')
  return [...new Set([...text.matchAll(/'(CARRIER_[A-Z_]+)'/g)].map(([, code = '']) => code))].sort()
}

async function thrownIn(folder: string): Promise<string[]> {
  const files = (await readdir(path.join(repositoryRoot, folder), { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const texts = await Promise.all(files.map((file) => read(path.join(folder, file))))
  return texts.flatMap((text) => [...text.matchAll(/new StackError\(\s*'([A-Z_]+)'/g)].map(([, code = '']) => code))
}

it('lists every code of the studio, of providers, of carriers, of files of leads, of failed calls and of the terminal, and no other', async () => {
  expect(await listed('In the studio')).toEqual(await explained('errors'))
  expect(await listed('When a provider is tried')).toEqual(await codesOf('apps/web/src/server/providers/voice-supply.ts', 'SupplyCode'))
  expect(await listed('When a carrier is asked')).toEqual(await codesOf('packages/carriers/src/carrier-error.ts', 'CarrierCode'))
  expect(await listed('When a recording is transcribed anew')).toEqual(await explained('transcriptionFailures'))
  expect(await listed('Why a campaign paused itself')).toEqual(await explained('campaignPauses'))
  expect(await listed('Why a call failed')).toEqual(await explained('failures'))
  expect(await listed('When leads are imported')).toEqual(await codesOf('packages/campaigns/src/csv/file-error.ts', 'FileErrorCode'))
  expect(await listed('What a carrier refuses')).toEqual(await ofCarriers())
  const thrown = [...(await thrownIn('tools/src')), ...(await thrownIn('packages/cli/src'))]
  expect(thrown.length).toBeGreaterThan(0)
  expect(await listed('At the terminal')).toEqual([...new Set(thrown)].sort())
})
