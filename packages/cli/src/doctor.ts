import { examine, type Finding } from '@parley/tools'

const marks: Record<Finding['status'], string> = {
  found: 'found',
  started: 'started',
  stopped: 'stopped',
  missing: 'MISSING',
  optional: 'absent',
}

/** Prints what there is and what to do; 1 when something needed is missing. */
export async function doctor({ json }: { json: boolean }): Promise<number> {
  const findings = await examine()
  const ok = findings.every((finding) => finding.status !== 'missing')
  if (json) process.stdout.write(`${JSON.stringify({ ok, findings }, null, 2)}\n`)
  else for (const finding of findings) process.stdout.write(lineOf(finding))
  return ok ? 0 : 1
}

const lineOf = ({ name, status, detail, fix }: Finding) =>
  `${marks[status].padEnd(8)} ${name}: ${detail}\n${fix ? `         ${fix}\n` : ''}`
