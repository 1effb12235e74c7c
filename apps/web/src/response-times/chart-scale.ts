const ticks = 4

/** The marks of an axis from 0 to at least `most`, four steps of a round number each. */
export function axisMarks(most: number): number[] {
  const rough = Math.max(most, 1) / ticks
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10)
  return Array.from({ length: ticks + 1 }, (_, index) => index * step)
}

/** Neighbours that have a value, as polylines; where one is missing the line is broken. */
export function unbrokenRuns<T>(points: readonly (T | null)[]): T[][] {
  const runs: T[][] = [[]]
  for (const point of points) {
    if (point === null) runs.push([])
    else runs.at(-1)?.push(point)
  }
  return runs.filter((run) => run.length > 0)
}
