import { constants } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { repositoryRoot } from './repository.ts'
import { StackError } from './stack-error.ts'

/** A server program that Parley can find or build: `module` is the Go tools module of that name in tools/. */
export type Program = { title: string; command: string; module: string; goPackage: string; goModule: string; addressVariable: string }

export const programs = {
  temporal: {
    title: 'the Temporal server',
    command: 'temporal',
    module: 'temporal',
    goPackage: 'github.com/temporalio/cli/cmd/temporal',
    goModule: 'github.com/temporalio/cli',
    addressVariable: 'TEMPORAL_ADDRESS',
  },
  livekit: {
    title: 'the LiveKit server',
    command: 'livekit-server',
    module: 'livekit-server',
    goPackage: 'github.com/livekit/livekit-server/cmd/server',
    goModule: 'github.com/livekit/livekit-server',
    addressVariable: 'LIVEKIT_URL',
  },
} as const satisfies Record<string, Program>

export type FoundProgram = { path: string; source: string } | { build: { cachePath: string; go: string } }
export type SearchPlaces = { searchPath: string; cacheFolder: string }

const isExecutable = (file: string) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

/** The first executable of that name on the search path, or undefined. */
export async function onPath(command: string, searchPath: string): Promise<string | undefined> {
  for (const folder of searchPath.split(path.delimiter).filter(Boolean)) {
    const file = path.join(folder, command)
    if (await isExecutable(file)) return file
  }
  return undefined
}

/** Where programs are kept for all checkouts of this user. */
export const cacheFolder = (xdgCacheHome: string | undefined) =>
  path.join(xdgCacheHome ?? path.join(os.homedir(), '.cache'), 'parley', 'bin')

/** The version the tools module pins, from its go.mod. */
export async function pinnedVersion(program: Program): Promise<string> {
  const goMod = await readFile(path.join(repositoryRoot, 'tools', program.module, 'go.mod'), 'utf8')
  const line = goMod.split('\n').find((one) => one.trim().startsWith(`${program.goModule} v`))
  const version = line?.trim().split(/\s+/)[1]
  if (!version) throw new Error(`tools/${program.module}/go.mod does not require ${program.goModule}.`)
  return version.slice(1)
}

/**
 * Where a program comes from: search path, then this user's cache, then a build with Go; a StackError that names the choices otherwise.
 * Nothing is downloaded: that would need the checksums of official releases, and none is pinned here yet. A release put into the cache
 * by hand, under the name with its version, is used.
 */
export async function findProgram(program: Program, places: SearchPlaces): Promise<FoundProgram> {
  const found = await onPath(program.command, places.searchPath)
  if (found) return { path: found, source: found }
  const version = await pinnedVersion(program)
  const cachePath = path.join(places.cacheFolder, `${program.command}-${version}`)
  if (await isExecutable(cachePath)) return { path: cachePath, source: cachePath }
  const go = await onPath('go', places.searchPath)
  if (go) return { build: { cachePath, go } }
  throw new StackError(
    'PROGRAM_MISSING',
    `${program.title.replace(/^t/, 'T')} is not on this machine. Choose one: install \`${program.command}\` ${version} on PATH, or put it at ${cachePath}; ` +
      `install Go (https://go.dev/dl), and it is built once; or run docker compose up and set ${program.addressVariable} as README says.`,
  )
}
