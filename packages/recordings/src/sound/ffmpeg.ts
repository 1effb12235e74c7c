import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { PassThrough, pipeline, type Readable } from 'node:stream'
import { getFfmpegPath } from '@livekit/av'
import { RecordingsError } from '../recordings-error.ts'

const usual = ['-hide_banner', '-loglevel', 'error', '-nostdin']
const keptOfComplaint = 500

/** Ogg Opus of both sides: about 32 kbit/s. */
export const opusOutput = ['-c:a', 'libopus', '-b:a', '32k', '-application', 'voip', '-f', 'ogg']

/** The ffmpeg that comes with LiveKit's packages, else the system's; behind everything else on the machine, since calls are running. */
function start(args: readonly string[]) {
  const child = spawn(getFfmpegPath() ?? 'ffmpeg', [...usual, ...args])
  let complaint = ''
  child.stderr.on('data', (text) => {
    complaint = `${complaint}${text}`.slice(-keptOfComplaint)
  })
  try {
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where that is not allowed, or it has ended already, it runs as it is.
  }
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code ?? signal}: ${complaint}`))))
  })
  return { child, ended }
}

/** Runs ffmpeg from file to file. Rejects when it fails or takes longer. */
export async function runFfmpeg(args: readonly string[], withinMs: number): Promise<void> {
  const { child, ended } = start(args)
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs)
  child.stdin.end()
  child.stdout.resume()
  try {
    await ended
  } finally {
    clearTimeout(timer)
  }
}

/** What ffmpeg makes of a stream (`pipe:0` to `pipe:1`). Fails with SOUND_NOT_READ; destroying it ends ffmpeg and the source. */
export function throughFfmpeg(source: Readable, args: readonly string[]): Readable {
  const { child, ended } = start(args)
  const made = new PassThrough()
  const fail = (cause: unknown) => void made.destroy(new RecordingsError('SOUND_NOT_READ', 'The sound could not be read.', cause))
  const { stdin, stdout } = child
  stdout.pipe(made, { end: false })
  ended.then(() => made.end(), fail)
  pipeline(source, stdin, (error) => error && fail(error))
  made.on('close', () => {
    child.kill('SIGKILL')
    source.destroy()
  })
  return made
}
