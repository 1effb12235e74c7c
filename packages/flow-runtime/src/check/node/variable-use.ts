import { textParts } from '../../text-template.ts'
import { readingOf } from '../expressions/reading.ts'
import { type NodeField, names, records } from '../fields.ts'
import type { Surroundings } from '../surroundings.ts'
import type { NodePlace } from './node-facts.ts'

/** What a node does with the flow's variables, by their numbers. */
export type VariableUse = {
  /** Read without making sure that they have a value, with the field. */
  reads: readonly { variable: number; field: string }[]
  /** Named in any way. */
  mentions: readonly number[]
  /** Perhaps filled. */
  fills: readonly number[]
  /** Surely has a value after the node, by the number of the outcome it leaves by. */
  known: readonly (readonly number[])[]
  /** Surely has none any more, whichever way it leaves. */
  forgotten: readonly number[]
}

/** Outcomes by which a node has not got what it was for. */
const failures: readonly string[] = [
  'noMatch',
  'silent',
  'failed',
  'declined',
  'noAnswer',
  'noTimes',
  'gaveUp',
  'invalid',
  'turnLimit',
  'unknown',
  'notFound',
  'error',
  'timeout',
  'refused',
]

export function variableUse({ node, type, fields, outcomes }: NodePlace, surroundings: Surroundings): VariableUse {
  const { numberOf } = surroundings
  const reads: { variable: number; field: string }[] = []
  const mentions = new Set<number>()
  const fills = new Set<number>()
  const forgotten = new Set<number>()
  const known = outcomes.map(() => new Set<number>())

  const mention = (name: string): number | undefined => {
    const variable = numberOf.get(name)
    if (variable !== undefined) mentions.add(variable)
    return variable
  }
  const read = (source: string, field: string, sure: ReadonlySet<string>, hidden: readonly string[] = []) => {
    const reading = readingOf(source)
    for (const name of reading.mentions) if (!hidden.includes(name)) mention(name)
    for (const name of reading.reads) {
      const variable = numberOf.get(name)
      if (variable !== undefined && !sure.has(name) && !hidden.includes(name)) reads.push({ variable, field })
    }
  }
  const fill = (name: string, by: (outcome: string) => boolean) => {
    const variable = mention(name)
    if (variable === undefined) return
    fills.add(variable)
    for (const [at, outcome] of outcomes.entries()) if (by(outcome)) known[at]?.add(variable)
  }

  const own = filledNames(fields)
  for (const place of fields) {
    const { field, hint, value } = place
    switch (hint.widget) {
      case 'localizedText':
      case 'textarea':
      case 'phone':
      case 'service':
        for (const { text } of place.texts) for (const source of expressionsIn(text)) read(source, field, own)
        break
      case 'expression':
        if (typeof value === 'string') read(value, field, hint.condition ? own : new Set(), hint.sees)
        break
      case 'conditions':
        readConditions(value, outcomes, { field, read, know: (at, name) => know(known[at], numberOf.get(name)) })
        break
      case 'assignments': {
        const before = new Set<string>()
        for (const { variable, value: source } of records(value)) {
          if (typeof variable !== 'string' || typeof source !== 'string') continue
          read(source, field, before)
          before.add(variable)
          const number = numberOf.get(variable)
          if (source.trim() === 'null') {
            mention(variable)
            if (number !== undefined) forgotten.add(number)
            for (const names of known) if (number !== undefined) names.delete(number)
          } else {
            fill(variable, () => true)
            if (number !== undefined) forgotten.delete(number)
          }
        }
        break
      }
      case 'variables':
        for (const name of names(value)) fill(name, () => false)
        break
      case 'variable':
        if (typeof value !== 'string') break
        if (hint.readsOnly) mention(value)
        else fill(value, surelyBy(place, type.taskFinished !== undefined, node.type === 'subflow'))
        break
    }
  }
  if (node.type === 'subflow') {
    const summary = surroundings.summaryOf(node.data.flow)
    for (const [at, outcome] of outcomes.entries()) {
      for (const { variable, output } of node.data.outputs)
        if (summary?.known.get(outcome)?.has(output)) know(known[at], numberOf.get(variable))
    }
  }
  return { reads, mentions: [...mentions], fills: [...fills], known: known.map((numbers) => [...numbers]), forgotten: [...forgotten] }
}

const know = (numbers: Set<number> | undefined, variable: number | undefined) => {
  if (variable !== undefined) numbers?.add(variable)
}

/** What comes later (from a task), from elsewhere (from a subflow) or need not be given is not surely there when the node is left. */
function surelyBy({ hint, cell }: NodeField, isTask: boolean, isSubflow: boolean): (outcome: string) => boolean {
  if (isTask || isSubflow || cell?.record.required === false) return () => false
  return (outcome) => hint.filledBy?.includes(outcome) ?? !failures.includes(outcome)
}

/** A node's own texts may name what it fills: they are said with it. */
function filledNames(fields: readonly NodeField[]): ReadonlySet<string> {
  const filled = new Set<string>()
  for (const { hint, value } of fields) if (hint.widget === 'variable' && !hint.readsOnly && typeof value === 'string') filled.add(value)
  return filled
}

const noExpressions: readonly string[] = []

export const expressionsIn = (text: string): readonly string[] =>
  text.includes('{{') ? textParts(text).flatMap((part) => ('expression' in part ? [part.expression] : [])) : noExpressions

type OfConditions = {
  field: string
  read: (source: string, field: string, sure: ReadonlySet<string>) => void
  know: (outcome: number, name: string) => void
}

/** The first condition that holds counts: what the earlier ones would have caught is known in the later ones. */
function readConditions(value: unknown, outcomes: readonly string[], { field, read, know }: OfConditions): void {
  const sure = new Set<string>()
  const ways = new Map<number, Set<string>>()
  for (const { name, when } of records(value)) {
    if (typeof name !== 'string' || typeof when !== 'string') continue
    read(when, field, sure)
    const reading = readingOf(when)
    const at = outcomes.indexOf(name)
    const here = new Set([...sure, ...reading.knownIf])
    const before = ways.get(at)
    // Two conditions of one name share their way out.
    ways.set(at, before ? new Set([...before].filter((one) => here.has(one))) : here)
    for (const one of reading.knownUnless) sure.add(one)
  }
  for (const at of outcomes.keys()) {
    for (const name of ways.get(at) ?? sure) know(at, name)
  }
}
