import { existsSync } from 'node:fs'
import path from 'node:path'

/** The root folder of this checkout; works from the sources and from a bundle inside it. */
export const repositoryRoot = ((): string => {
  let folder = import.meta.dirname
  while (!existsSync(path.join(folder, 'pnpm-workspace.yaml'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error(`${import.meta.dirname} is not inside a checkout of Parley.`)
    folder = parent
  }
  return folder
})()
