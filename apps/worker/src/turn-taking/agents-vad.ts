import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { inference, initializeLogger } from '@livekit/agents'

/**
 * The voice-activity model of LiveKit Agents, without the rest of the framework: its entry loads every provider and tracer and costs three times the
 * memory. Two modules of the exact version in package.json are loaded by their place in it (docs/decisions/2026-11-20-own-turn-taking.md).
 */
const folder = dirname(createRequire(import.meta.url).resolve('@livekit/agents'))
const moduleOf = (name: string): Promise<unknown> => import(pathToFileURL(join(folder, name)).href)

type LogModule = { initializeLogger: typeof initializeLogger }
type VadModule = { VAD: typeof inference.VAD }

const hasFunction = <T>(module: unknown, name: keyof T & string): module is T =>
  typeof module === 'object' && module !== null && typeof Reflect.get(module, name) === 'function'

/** Throws when the installed version has its modules elsewhere. */
async function loadVad(): Promise<VadModule['VAD']> {
  const logging = await moduleOf('log.js')
  const vad = await moduleOf('inference/vad.js')
  if (!hasFunction<LogModule>(logging, 'initializeLogger') || !hasFunction<VadModule>(vad, 'VAD')) {
    throw new Error('The installed version of @livekit/agents does not have its voice-activity model where it is expected.')
  }
  logging.initializeLogger({ pretty: false, level: 'error' })
  return vad.VAD
}

export const AgentsVad = await loadVad()
