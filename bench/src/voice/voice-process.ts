import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '@parley/tools'
import { build } from 'esbuild'
import { z } from 'zod'

const instant = z.number().optional()
/** Instants in epoch milliseconds. */
const turnTiming = z.object({
  turn: z.number(),
  speechEndAt: instant,
  endOfTurnAt: instant,
  finalTranscriptAt: instant,
  understoodAt: instant,
  firstAudioAt: instant,
  firstFrameAt: instant,
})
export type Timing = z.output<typeof turnTiming>

const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), mediaPort: z.number() }),
  z.object({ type: z.literal('timing'), callId: z.string(), timing: turnTiming }),
  z.object({ type: z.literal('heard'), callId: z.string(), text: z.string() }),
  z.object({ type: z.literal('said'), callId: z.string(), text: z.string(), language: z.string(), at: z.number() }),
  z.object({ type: z.literal('note'), callId: z.string(), code: z.string(), detail: z.string().optional(), at: z.number() }),
  z.object({ type: z.literal('lost'), callId: z.string() }),
  z.object({ type: z.literal('ended'), callId: z.string(), outcome: z.string(), failureCode: z.string().optional() }),
])
export type VoiceMessage = z.output<typeof message>

export type VoiceProcess = {
  mediaUrl(callId: string): string
  joinRoom(roomName: string): void
  /** Everything it told so far. */
  messages: VoiceMessage[]
  /** CPU time so far, seconds, resident memory, megabytes, and open descriptors. */
  use(): Promise<{ cpuSeconds: number; memoryMb: number; descriptors: number }>
  stop(): Promise<void>
}

/** A voice in place of the vendor's stand-in, and one behind it. */
export type VoiceOptions = { url: string; apiKey: string; voiceId: string; fallbackUrl?: string }

type Options = {
  flow: object
  vendorUrl: string
  recognitionModel?: string | undefined
  modelUrl?: string
  modelDeadlineMs?: number
  voice?: VoiceOptions | undefined
  slots?: number
  livekit?: { url: string; apiKey: string; apiSecret: string }
}

const readyWithinMs = 60_000
const ticksPerSecond = 100

/** The worker's voice in a process of its own, bundled as it ships, on one flow. */
export async function startVoiceProcess({ flow, slots = 200, ...options }: Options): Promise<VoiceProcess> {
  const worker = path.join(repositoryRoot, 'apps/worker')
  // Inside the package, so that third-party packages are found.
  const folder = await mkdtemp(path.join(worker, 'node_modules/.voice-process-'))
  const outfile = path.join(folder, 'main.mjs')
  await build({
    entryPoints: [path.join(worker, 'test/voice-process.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    plugins: [
      {
        name: 'third-party-outside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
            kind === 'entry-point' || name.startsWith('@parley/') ? undefined : { path: name, external: true },
          ),
      },
    ],
  })
  const flowFile = path.join(folder, 'flow.json')
  await writeFile(flowFile, JSON.stringify(flow))
  const child = spawn(process.execPath, ['--max-semi-space-size=2', outfile, JSON.stringify({ flowFile, slots, ...options })], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  })
  const messages: VoiceMessage[] = []
  const stop = async () => {
    await ended(child)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const mediaPort = await new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('The voice process was not ready in time.')), readyWithinMs)
      child.once('exit', (code) => reject(new Error(`The voice process ended with ${code}.`)))
      child.on('message', (told) => {
        const parsed = message.parse(told)
        messages.push(parsed)
        if (parsed.type !== 'ready') return
        clearTimeout(late)
        resolve(parsed.mediaPort)
      })
    })
    return {
      mediaUrl: (callId) => `ws://127.0.0.1:${mediaPort}/media/twilio/${callId}`,
      joinRoom: (roomName) => void child.send({ type: 'room', roomName }),
      messages,
      use: () => useOf(child.pid ?? 0),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function useOf(pid: number) {
  const [stat, status, descriptors] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/status`, 'utf8'),
    readdir(`/proc/${pid}/fd`),
  ])
  // proc(5): utime and stime are the 14th and 15th fields; the second one may hold spaces, in brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  return { cpuSeconds, memoryMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024, descriptors: descriptors.length }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
