import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A token for when a process started: with it a process id names one process for ever, also after the id was given to another.
 * Undefined when no such process is alive.
 */
export function startToken(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStartToken(pid)
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() ||
      undefined
    )
  } catch {
    return undefined
  }
}

const linuxStartToken = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in parentheses and may hold spaces; field 3 is the state, field 22 the start in clock ticks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/** True while exactly that process is alive. */
export const isSameProcess = (pid: number, token: string): boolean => startToken(pid) === token
