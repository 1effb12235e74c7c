const mostMs = 10_000

/** The newest ten seconds of an utterance, as the windows they came in (which others may hold too, so that keeping them costs nothing). */
export function createKeptAudio(sampleRate: number) {
  const mostSamples = (mostMs * sampleRate) / 1_000
  let windows: Int16Array[] = []
  let samples = 0
  return {
    windows: (): readonly Int16Array[] => windows,
    add(pcm: Int16Array) {
      windows.push(pcm)
      samples += pcm.length
      for (let first = windows[0]; first && samples - first.length >= mostSamples; first = windows[0]) {
        samples -= first.length
        windows.shift()
      }
    },
    clear() {
      windows = []
      samples = 0
    },
  }
}
