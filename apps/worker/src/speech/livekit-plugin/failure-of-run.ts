/** What a stream of LiveKit's does in the background; plugins write it, the framework calls it a moment after the stream was made. */
const workOf = 'run'

/**
 * Takes the failure of a plugin's stream where it is thrown. To be called as soon as the stream is made. The framework would retry it, tell it to
 * listeners of the whole plugin, who cannot know which of its streams failed, or (a ChunkedStream of 1.9.0) leave it unhandled, which ends the
 * process.
 */
export function failureOfRun(stream: object): () => unknown {
  const run: unknown = Reflect.get(stream, workOf)
  if (typeof run !== 'function') throw new Error('The installed version of @livekit/agents runs its streams in another way.')
  let failure: unknown
  Reflect.set(stream, workOf, async () => {
    try {
      await Reflect.apply(run, stream, [])
    } catch (error) {
      failure = error
    }
  })
  return () => failure
}
