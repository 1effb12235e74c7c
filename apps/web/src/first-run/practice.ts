/** What the three questions of the guided path are about. `days`: ISO weekdays; `opens`, `closes`: `09:00`. */
export type Practice = {
  name: string
  days: readonly number[]
  opens: string
  closes: string
  services: readonly { name: string; durationMin: number }[]
}
