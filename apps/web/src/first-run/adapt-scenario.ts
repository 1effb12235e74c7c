import { type Flow, localizedText } from '@parley/flow-runtime'
import type { Scenario } from '@parley/flow-runtime/scenarios'
import { practiceParts } from './practice-parts.ts'

type Step = Scenario['steps'][number]

/** A scenario of the template as it goes once the flow was adapted: expects the new words, and answers what the flow asks now. */
export function adaptScenario(scenario: Scenario, before: Flow, after: Flow): Scenario {
  const replaced = replacedTexts(before, after)
  const isNew = practiceParts(after).service !== undefined && practiceParts(before).service === undefined
  const answer = isNew ? after.variables.find(({ name }) => name === 'service')?.choices?.[0]?.value : undefined
  const steps = scenario.steps.map((step) => expecting(step, replaced))
  return {
    ...scenario,
    steps: answer === undefined ? steps : steps.flatMap((step, index) => withAnswer(step, steps[index - 1], steps[index + 1], answer)),
  }
}

const wantsToBook = (step: Step | undefined): boolean =>
  step !== undefined && 'contact' in step && /appointment|rendez-vous/i.test(step.contact)
const isUnderstood = (step: Step | undefined): boolean => step !== undefined && 'understood' in step

/** Who asks for an appointment is asked what for, and says it. */
function withAnswer(step: Step, previous: Step | undefined, next: Step | undefined, answer: string): Step[] {
  const isAsked = wantsToBook(step) ? !isUnderstood(next) : isUnderstood(step) && wantsToBook(previous)
  return isAsked ? [step, { contact: answer }] : [step]
}

type Replaced = { from: string; to: string }

/** The words of say and greeting nodes that changed, in each language. */
function replacedTexts(before: Flow, after: Flow): Replaced[] {
  const now = wordsOf(after)
  return wordsOf(before).flatMap(({ key, words }) => {
    const to = now.find((other) => other.key === key)?.words
    return to !== undefined && to !== words ? [{ from: words, to }] : []
  })
}

const wordsOf = ({ nodes, languages }: Flow) =>
  nodes.flatMap((node) => {
    const text = localizedText.safeParse('text' in node.data ? node.data.text : undefined)
    if (!text.success) return []
    const { data } = text
    return languages.map((language) => ({
      key: `${node.id} ${language}`,
      words: (typeof data === 'string' ? data : (data[language] ?? '')).toLowerCase(),
    }))
  })

/** What is expected of the agent, with the parts that only the old words say given by the new ones. */
function expecting(step: Step, replaced: readonly Replaced[]): Step {
  if (!('agent' in step)) return step
  const { agent } = step
  const renewed = (text: string) =>
    text
      .split('*')
      .map((part) => renew(part, replaced))
      .join('*')
  const renewedAll = (text: string | string[]) => (typeof text === 'string' ? renewed(text) : text.map(renewed))
  if (typeof agent === 'string' || Array.isArray(agent)) return { ...step, agent: renewedAll(agent) }
  return agent.text === undefined ? step : { ...step, agent: { ...agent, text: renewedAll(agent.text) } }
}

function renew(part: string, replaced: readonly Replaced[]): string {
  const words = part.trim().toLowerCase()
  const said = words === '' ? undefined : replaced.find(({ from, to }) => from.includes(words) && !to.includes(words))
  return said ? ` ${said.to} ` : part
}
