import { RecordingsError } from '../recordings-error.ts'
import { opusOutput, runFfmpeg } from './ffmpeg.ts'

/** Writes a sound file anew as Ogg Opus; its first sample stays the first. Throws SOUND_NOT_ENCODED, also when it takes longer than `withinMs`. */
export async function encodeOpus(source: string, target: string, withinMs: number): Promise<void> {
  await runFfmpeg(['-i', source, ...opusOutput, '-y', target], withinMs).catch((cause) => {
    throw new RecordingsError('SOUND_NOT_ENCODED', 'The recording could not be encoded.', cause)
  })
}
