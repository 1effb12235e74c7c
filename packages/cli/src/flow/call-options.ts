import type { Flow, Language } from '@parley/flow-runtime'
import { type ScenarioFacts, scenarioFacts } from '@parley/flow-runtime/scenarios'
import { UsageError } from '../cli-error.ts'
import { languageOf, readJson } from '../files.ts'
import { type Given, single } from '../parse-arguments.ts'
import { localTools } from '../text-call/local-tools.ts'

export type CallOptions = { language?: Language; facts?: ScenarioFacts; now?: string }

/** What a call in text starts from: --language, --facts, --now. Throws UsageError or InputError. */
export async function callOptions(given: Given): Promise<CallOptions> {
  const [file, now] = [single(given, 'facts'), single(given, 'now')]
  if (now !== undefined && Number.isNaN(Date.parse(now)))
    throw new UsageError(`--now is an instant such as 2026-11-20T10:00:00+01:00, not ${now}.`)
  return {
    language: languageOf(given, 'language'),
    facts: file === undefined ? undefined : await readJson(file, scenarioFacts),
    now: now === undefined ? undefined : new Date(now).toISOString(),
  }
}

/** The tools of a call in text, with a note on standard error when the first one is asked. */
export function notedTools(flow: Flow, { facts, startedAt }: { facts?: ScenarioFacts; startedAt: number }) {
  const answer = localTools({ timeZone: facts?.timeZone ?? flow.settings.timeZone, now: startedAt, contact: facts?.contact })
  let noted = false
  return (effect: Parameters<typeof answer>[0]) => {
    if (!noted) process.stderr.write('Note: without a tenant, tools give made-up answers; the calendar is empty and open on weekdays.\n')
    noted = true
    return answer(effect)
  }
}
