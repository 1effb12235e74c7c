import { cacheFolder, findProgram, type Program } from './find-program.ts'
import { goBuild } from './go-build.ts'
import type { StackContext } from './stack-context.ts'

/** Finds a server program, building it once when that is the only way. `source` says where it came from. */
export async function locateProgram(
  program: Program,
  { tools, onProgress, signal }: Pick<StackContext, 'tools' | 'onProgress' | 'signal'>,
): Promise<{ path: string; source: string }> {
  const found = await findProgram(program, { searchPath: tools.PATH, cacheFolder: cacheFolder(tools.XDG_CACHE_HOME) })
  if ('path' in found) return found
  await goBuild(program, found.build, onProgress, signal)
  return { path: found.build.cachePath, source: found.build.cachePath }
}
