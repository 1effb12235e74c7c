declare module '@echogarden/espeak-ng-emscripten' {
  type Speaker = {
    /** 0 when the voice exists, 2 when it does not (the earlier voice stays). */
    set_voice(name: string): number
    set_rate(wordsPerMinute: number): void
    /** Synchronous; returning true from the callback stops. */
    synthesize(text: string, onAudio: (samples: Int16Array, events: unknown) => boolean): void
  }
  export default function load(): Promise<{ eSpeakNGWorker: new () => Speaker | Promise<Speaker> }>
}
