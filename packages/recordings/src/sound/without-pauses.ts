import { pipeline, type Readable, Transform } from 'node:stream'
import { decodeSound, rawSound } from './decode-sound.ts'
import { opusOutput, throughFfmpeg } from './ffmpeg.ts'
import { createPauseTrimmer } from './pause-trimmer.ts'

/** A recording with pauses of both sides longer than a second shortened to 300 ms, as Ogg Opus, while it is being made. */
export function withoutPauses(recording: Readable): Readable {
  const trimmer = createPauseTrimmer()
  const trim = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      for (const frame of trimmer.next(bytes)) this.push(frame)
      done()
    },
    flush(done) {
      for (const frame of trimmer.end()) this.push(frame)
      done()
    },
  })
  // What fails here reaches the reader through the streams.
  pipeline(decodeSound(recording), trim, () => undefined)
  return throughFfmpeg(trim, [...rawSound, '-i', 'pipe:0', ...opusOutput, 'pipe:1'])
}
