/** How a process of calls stands: its resident memory, and `othersFree`: the processes beside it that could take a call now. */
export type Standing = { residentMb: number; calls: number; othersFree: number }

/** How often a process looks at itself, milliseconds; the others of an installation look at other moments. */
const lookEveryMs = () => 20_000 + Math.random() * 20_000
/** Without another process, one that holds no call has to have looked so often in a row before it goes. */
const looksAlone = 3
/** Over the limit by so much it goes also with calls. */
const farOver = 1.5

/**
 * Whether a process that has grown makes room for a new one: native parts of the media stack leave some hundred kilobytes behind for every room. It goes
 * when it holds no call; with calls only far over the limit, and when others can take those that come meanwhile.
 */
export function mayRetire({ residentMb, calls, othersFree }: Standing, limitMb: number, idleLooks: number): boolean {
  if (residentMb < limitMb) return false
  if (calls > 0) return residentMb >= farOver * limitMb && othersFree > 0
  return othersFree > 0 || idleLooks >= looksAlone
}

export type RetirementOptions = {
  limitMb: number
  /** May fail: then nothing is decided this time. */
  look(): Promise<Standing>
  onRetire(standing: Standing): void
  everyMs?: () => number
}

/** Looks at this process again and again, until it retires or the returned function is called. */
export function watchForRetirement({ limitMb, look, onRetire, everyMs = lookEveryMs }: RetirementOptions): () => void {
  let idleLooks = 0
  let isOver = false
  let timer: NodeJS.Timeout
  const lookAgain = () => {
    timer = setTimeout(() => void decide(), everyMs())
    timer.unref()
  }
  const decide = async () => {
    const standing = await look().catch(() => undefined)
    if (isOver) return
    idleLooks = standing?.calls === 0 ? idleLooks + 1 : 0
    if (standing && mayRetire(standing, limitMb, idleLooks)) {
      isOver = true
      onRetire(standing)
    } else lookAgain()
  }
  lookAgain()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
