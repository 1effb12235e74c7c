import { isReservedName } from '../expression-environment.ts'
import { isTimeZone } from '../zoned-parts.ts'
import { languageNames } from './catalogue/language-names.ts'
import type { GraphCheck } from './graph/graph-check.ts'
import { libraryOf } from './library.ts'

/** Subflows within subflows that a call can run, at most. */
const deepest = 8

/** What is declared around the graph: the start, names, the time zone, languages, and how the flow is used as a subflow. */
export const checkHead: GraphCheck = ({ flow, start, facts, isRoot, surroundings }, report) => {
  const { context, first, locale } = surroundings
  const [node] = facts
  if (start < 0) {
    const fix = node && { code: 'startHere' as const, operation: { type: 'setStart' as const, id: node.node.id } }
    report({ code: 'START_MISSING', field: 'start', fix })
  }
  const names = new Set<string>()
  for (const { name } of flow.variables) {
    if (names.has(name)) report({ code: 'DUPLICATE_ID', field: 'variables', values: { id: name } })
    names.add(name)
  }
  if (!isTimeZone(flow.settings.timeZone))
    report({ code: 'TIME_ZONE_UNKNOWN', field: 'timeZone', values: { name: flow.settings.timeZone } })
  for (const { name, type, choices = [] } of flow.variables) {
    if (isReservedName(name)) report({ code: 'VARIABLE_NAME_TAKEN', field: 'variables', values: { name } })
    if (type === 'choice' && choices.length === 0) report({ code: 'CHOICES_MISSING', field: 'variables', values: { name } })
  }
  for (const name of new Set([...flow.interface.inputs, ...flow.interface.outputs])) {
    if (!surroundings.numberOf.has(name)) report({ code: 'INTERFACE_VARIABLE_UNKNOWN', field: 'interface', values: { name } })
  }
  const given = new Set(flow.interface.results.length === 0 ? [] : facts.flatMap(({ results }) => results))
  for (const result of flow.interface.results) {
    if (!given.has(result)) report({ code: 'RESULT_NEVER_GIVEN', field: 'interface', values: { name: result } })
  }
  for (const language of flow.languages) {
    if (context.voices?.includes(language) !== false) continue
    const severity = language === first ? 'error' : 'warning'
    report({ code: 'LANGUAGE_WITHOUT_VOICE', severity, field: 'languages', values: { language: languageNames[language][locale] } })
  }
  if (!isRoot) return
  for (const { node: own, subflow } of facts) {
    if (subflow === undefined || libraryOf(flow.subflows).depthOf(subflow) <= deepest) continue
    report({ code: 'SUBFLOW_TOO_DEEP', nodeId: own.id, field: 'flow', values: { most: String(deepest) } })
  }
}
