import { readFile } from 'node:fs/promises'

const ticksPerSecond = 100

/** What a process has used: CPU time so far, seconds, and resident memory, megabytes. */
export async function processUse(pid: number): Promise<{ cpuSeconds: number; memoryMb: number }> {
  const [stat, status] = await Promise.all([readFile(`/proc/${pid}/stat`, 'utf8'), readFile(`/proc/${pid}/status`, 'utf8')])
  // proc(5): utime and stime are the 14th and 15th fields; the second one may hold spaces, in brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  return { cpuSeconds, memoryMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024 }
}
