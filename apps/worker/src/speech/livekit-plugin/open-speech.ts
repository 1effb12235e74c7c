import type { tts } from '@livekit/agents'
import { connectOnce } from './agents.ts'
import { failureOfRun } from './failure-of-run.ts'

type Speech = {
  pieces: AsyncIterable<tts.SynthesizedAudio>
  /** Why the pieces ended, when it was not their end. */
  failure(): unknown
  close(): void
}

/** Has a plugin speak a text, in the way it can. Nothing it opens is left open after `close`. */
export function openSpeech(voice: tts.TTS, text: string): Speech {
  if (!voice.capabilities.streaming) {
    const stream = voice.synthesize(text, connectOnce)
    return { pieces: stream, failure: failureOfRun(stream), close: () => stream.close() }
  }
  const stream = voice.stream({ connOptions: connectOnce })
  const failure = failureOfRun(stream)
  stream.pushText(text)
  stream.endInput()
  return { pieces: audioOf(stream), failure, close: () => stream.close() }
}

async function* audioOf(stream: tts.SynthesizeStream): AsyncGenerator<tts.SynthesizedAudio> {
  for await (const piece of stream) if (typeof piece !== 'symbol') yield piece
}
