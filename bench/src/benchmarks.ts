export type Figures = Record<string, { value: number; unit: string }>
export type BenchmarkOptions = {
  /** Folder with clinc150.json and appointments.json, for `understand`. */
  dataFolder?: string
}
/** Measures on what it sets up itself; `onProgress` hears what it is doing. */
export type Benchmark = (onProgress: (line: string) => void, options: BenchmarkOptions) => Promise<Figures>

/** By the name given to `./parley bench`; each loads its own code. */
export const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  interpreter: async () => (await import('./interpreter/interpreter.ts')).interpreter,
  checker: async () => (await import('./checker/checker.ts')).checker,
  understand: async () => (await import('./understand/understand.ts')).understand,
  size: async () => (await import('./size.ts')).size,
  'first-call': async () => (await import('./first-call.ts')).firstCall,
}
