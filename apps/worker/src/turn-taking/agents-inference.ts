import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { initializeLogger } from '@livekit/agents'
import { z } from 'zod'

/**
 * The models of LiveKit Agents, without the rest of the framework: its entry loads every provider and tracer and costs three times the
 * memory. Two modules of the exact version in package.json are loaded by their place in it (docs/decisions/2026-11-20-own-turn-taking.md).
 */
const folder = dirname(createRequire(import.meta.url).resolve('@livekit/agents'))
const moduleOf = (name: string): Promise<unknown> => import(pathToFileURL(join(folder, name)).href)

type VoiceModel = {
  /** Probability (0 to 1) of voice in the next 512 samples of one speaker at 16 kHz. */
  predict(window: Int16Array): Promise<number>
}
type LocalInference = {
  createVad(): VoiceModel
  /** Loads the end-of-turn model (250 MB), which blocks for about 200 ms. */
  initEot(): void
  /** Probability (0 to 1) that the speaker has finished, from the last 1.2 s at most, at 16 kHz. */
  predict(pcm: Int16Array): Promise<number>
}

const isFunction = z.custom<(...args: never[]) => unknown>((value) => typeof value === 'function')
const logModule = z.object({ initializeLogger: z.custom<typeof initializeLogger>((value) => typeof value === 'function') })
const loaderModule = z.object({ _getLocalInferenceModule: z.custom<() => unknown>((value) => typeof value === 'function') })
const nativeModule = z.custom<LocalInference>(
  (value) => z.object({ createVad: isFunction, initEot: isFunction, predict: isFunction }).safeParse(value).success,
)

/** Throws when the installed version has its modules elsewhere, or when its native part does not run on this machine. */
async function load(): Promise<LocalInference> {
  const logging = logModule.safeParse(await moduleOf('log.js'))
  const loader = loaderModule.safeParse(await moduleOf('inference/_warmup.js'))
  if (!logging.success || !loader.success) {
    throw new Error('The installed version of @livekit/agents does not have its models where they are expected.')
  }
  logging.data.initializeLogger({ pretty: false, level: 'error' })
  const native = nativeModule.safeParse(loader.data._getLocalInferenceModule())
  if (!native.success) throw new Error('The models of @livekit/agents cannot be run on this machine.')
  return native.data
}

export const agentsInference = await load()
