import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

export type PocketSphinxPaths = { program: string; acoustic: string; dictionary: string }
export type PocketSphinxSearch = { program?: string; model?: string; searchPath: string }

const MODEL_FOLDERS = [
  '/usr/share/pocketsphinx/model/en-us',
  '/usr/local/share/pocketsphinx/model/en-us',
  '/opt/homebrew/share/pocketsphinx/model/en-us',
]
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

async function firstExisting(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if (await exists(path)) return path
  return null
}

/** Finds the recogniser and its English model, or says in one sentence what is missing and what to do. */
export async function findPocketSphinx(
  search: PocketSphinxSearch,
): Promise<{ ok: true; paths: PocketSphinxPaths } | { ok: false; missing: string }> {
  const folders = [...search.searchPath.split(delimiter).filter((folder) => folder !== ''), ...USUAL_FOLDERS]
  const program = await firstExisting(search.program ? [search.program] : folders.map((folder) => join(folder, 'pocketsphinx_batch')))
  if (program === null) return { ok: false, missing: 'The program pocketsphinx_batch was not found: install the package "pocketsphinx".' }
  const model = await firstExisting((search.model ? [search.model] : MODEL_FOLDERS).map((folder) => join(folder, 'cmudict-en-us.dict')))
  if (model === null)
    return { ok: false, missing: 'The English model of PocketSphinx was not found: install the package "pocketsphinx-en-us".' }
  return { ok: true, paths: { program, dictionary: model, acoustic: join(model, '..', 'en-us') } }
}
