import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { bundleWorkerProgram } from '../bundle-worker-program.ts'
import { processUse } from '../process-use.ts'

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

/** The worker's voice in a process of its own, bundled as it ships, on one flow. */
export async function startVoiceProcess({ flow, slots = 200, ...options }: Options): Promise<VoiceProcess> {
  const { folder, file, remove } = await bundleWorkerProgram('voice-process')
  const flowFile = path.join(folder, 'flow.json')
  await writeFile(flowFile, JSON.stringify(flow))
  const child = spawn(process.execPath, ['--max-semi-space-size=2', file, JSON.stringify({ flowFile, slots, ...options })], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  })
  const messages: VoiceMessage[] = []
  const stop = async () => {
    await ended(child)
    await remove()
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
  const [use, descriptors] = await Promise.all([processUse(pid), readdir(`/proc/${pid}/fd`)])
  return { ...use, descriptors: descriptors.length }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
