import { firstCall } from './first-call.ts'

export type Figures = Record<string, { value: number; unit: string }>
/** Measures on servers of its own; `onProgress` hears what it is doing. */
export type Benchmark = (onProgress: (line: string) => void) => Promise<Figures>

/** By the name given to `./parley bench`. */
export const benchmarks: Readonly<Record<string, Benchmark>> = { 'first-call': firstCall }
