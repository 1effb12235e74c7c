export type Figures = Record<string, { value: number; unit: string }>
export type BenchmarkOptions = {
  /** Folder with clinc150.json and appointments.json, for `understand`. */
  dataFolder?: string
  /** How long `soak` goes on; an hour. */
  minutes?: number
  /** Of `campaign`: how many leads each of its campaigns has, and how long the long calls last. */
  leads?: number
  seconds?: number
}
/** Measures on what it sets up itself; `onProgress` hears what it is doing. */
export type Benchmark = (onProgress: (line: string) => void, options: BenchmarkOptions) => Promise<Figures>

/** By the name given to `./parley bench`; each loads its own code. */
export const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  interpreter: async () => asShipped('interpreter/interpreter'),
  checker: async () => asShipped('checker/checker'),
  understand: async () => (await import('./understand/understand.ts')).understand,
  model: async () => (await import('./model-words.ts')).modelWords,
  size: async () => (await import('./size.ts')).size,
  turn: async () => (await import('./voice/turn.ts')).turn,
  bargein: async () => (await import('./voice/bargein.ts')).bargein,
  density: async () => (await import('./voice/density.ts')).density,
  soak: async () => (await import('./voice/soak.ts')).soak,
  campaign: async () => (await import('./campaign/campaign.ts')).campaign,
  calls: async () => (await import('./voice/recorded-calls.ts')).recordedCalls,
  studio: async () => (await import('./studio/studio.ts')).studio,
  'first-call': async () => (await import('./first-call.ts')).firstCall,
}

const asShipped = async (module: string): Promise<Benchmark> => {
  const { measureAsShipped } = await import('./as-shipped.ts')
  return (onProgress) => measureAsShipped(module, onProgress)
}
