/** Sum of the products of two stretches; four sums side by side, so that no addition waits for the last. */
export function dotProduct(a: Float64Array, aFrom: number, b: Float64Array, bFrom: number, length: number): number {
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  let at = 0
  for (; at + 3 < length; at += 4) {
    first += (a[aFrom + at] ?? 0) * (b[bFrom + at] ?? 0)
    second += (a[aFrom + at + 1] ?? 0) * (b[bFrom + at + 1] ?? 0)
    third += (a[aFrom + at + 2] ?? 0) * (b[bFrom + at + 2] ?? 0)
    fourth += (a[aFrom + at + 3] ?? 0) * (b[bFrom + at + 3] ?? 0)
  }
  for (; at < length; at++) first += (a[aFrom + at] ?? 0) * (b[bFrom + at] ?? 0)
  return first + second + (third + fourth)
}
