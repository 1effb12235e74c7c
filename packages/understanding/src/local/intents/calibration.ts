/** A point of evidence: how much an utterance resembles the samples as a whole, and whether it belongs to them. */
export type Evidence = { signal: number; belongs: boolean }
export type Calibration = { slope: number; middle: number }

/** Where the curve lies before any evidence; evidence moves it. */
const usual: Calibration = { slope: 9, middle: 0.62 }
const trust = { slope: 0.5, middle: 60 }
const rounds = 40

/** The probability that an utterance of this signal belongs to the samples. */
export function belonging({ slope, middle }: Calibration, signal: number): number {
  return 1 / (1 + Math.exp(-slope * (signal - middle)))
}

/** Fits the curve to leave-one-out evidence, both kinds weighing the same, held near the usual curve when there is little evidence. */
export function calibrate(evidence: readonly Evidence[]): Calibration {
  const inside = evidence.filter((point) => point.belongs).length
  const outside = evidence.length - inside
  let { slope, middle } = usual
  if (inside === 0 || outside === 0) return usual
  const weightOf = (belongs: boolean) => Math.min(inside, 60) / (belongs ? inside : outside)
  for (let round = 0; round < rounds; round++) {
    let slopeGradient = trust.slope * 0.1 * (slope - usual.slope)
    let slopeCurve = trust.slope * 0.1
    let middleGradient = trust.middle * (middle - usual.middle)
    let middleCurve = trust.middle
    for (const { signal, belongs } of evidence) {
      const weight = weightOf(belongs)
      const guess = belonging({ slope, middle }, signal)
      const error = guess - (belongs ? 1 : 0)
      const spread = guess * (1 - guess) + 1e-3
      slopeGradient += weight * error * (signal - middle)
      slopeCurve += weight * spread * (signal - middle) ** 2
      middleGradient -= weight * error * slope
      middleCurve += weight * spread * slope * slope
    }
    slope = Math.min(25, Math.max(3, slope - 0.5 * (slopeGradient / slopeCurve)))
    middle = Math.min(1.1, Math.max(0.3, middle - 0.5 * (middleGradient / middleCurve)))
  }
  return { slope, middle }
}
