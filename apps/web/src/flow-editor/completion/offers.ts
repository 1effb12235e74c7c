import type { AnswerName, Flow, Language, VariableType } from '@parley/flow-runtime'
import { exampleOf, expressionFunctions, factTypes, formatsOf, nameWords, spokenPreview } from '@parley/flow-runtime/authoring'

/** Something that can be written at the caret. `detail` says what it is, `example` what it gives. */
export type Offer = { id: string; insert: string; type?: VariableType; detail?: string; example?: string }

type Reader = { flow: Flow; language: Language; locale: Language; now: number }

/** What can be filled in: the flow's variables with what is said of them, then the facts of a call. */
export function nameOffers({ flow, language, locale, now }: Reader): Offer[] {
  const named = (name: string, type: VariableType, words: string): Offer => ({
    id: name,
    insert: name,
    type,
    detail: words === name ? undefined : words,
    example: spokenPreview(flow, `{{ ${name} }}`, language, now),
  })
  const facts = Object.entries(factTypes).flatMap(([fact, fields]) =>
    Object.entries(fields).flatMap(([field, type]) =>
      type === 'object' ? [] : [named(`${fact}.${field}`, type, nameWords(flow, `${fact}.${field}`, locale))],
    ),
  )
  return [...flow.variables.map(({ name, type, label }) => named(name, type, label ?? name)), ...facts]
}

/** The forms a value can be said in, each with what is heard. */
export function formOffers(reader: Reader, expression: string): Offer[] {
  const { flow, language, now } = reader
  const type = nameOffers(reader).find(({ id }) => id === expression)?.type ?? 'text'
  return formatsOf(type).map((format) => ({
    id: format,
    insert: format,
    example: spokenPreview(flow, `{{ ${expression} | ${format} }}`, language, now),
  }))
}

/** What an expression can be made of: names, `known` tests, functions and the values of a choice. */
export function expressionOffers({ flow, locale, now }: Reader, sees: readonly AnswerName[] = []): Offer[] {
  const today = new Date(now).toISOString().slice(0, 10)
  const answers = sees.map((name): Offer => ({ id: name, insert: name }))
  const variables = flow.variables.map((variable): Offer => {
    const { name, type, label } = variable
    return { id: name, insert: name, type, detail: label, example: JSON.stringify(exampleOf(variable, locale, today)) }
  })
  const facts = Object.entries(factTypes).flatMap(([fact, fields]) =>
    Object.entries(fields).map(([field, type]): Offer => {
      const name = `${fact}.${field}`
      return { id: name, insert: name, type, detail: nameWords(flow, name, locale) }
    }),
  )
  const functions = expressionFunctions.map(({ name, takes, help, example }): Offer => {
    return { id: `${name}(${takes})`, insert: `${name}(`, detail: help[locale], example }
  })
  const known = flow.variables.map(({ name }): Offer => ({ id: `known.${name}`, insert: `known.${name}`, type: 'boolean' }))
  const choices = flow.variables.flatMap(({ name, choices = [] }) =>
    choices.map(({ value }): Offer => ({ id: JSON.stringify(value), insert: JSON.stringify(value), detail: name })),
  )
  return unique([...answers, ...variables, ...facts, ...functions, ...choices, ...known])
}

/** What can follow a name: the comparisons that make sense for its type. */
export function operatorOffers(type: VariableType): Offer[] {
  const equal = ['==', '!=']
  const order = ['<', '<=', '>', '>=']
  const ordered: readonly VariableType[] = ['number', 'money', 'duration', 'date', 'time', 'dateTime']
  const operators = type === 'boolean' ? ['&&', '||'] : ordered.includes(type) ? [...equal, ...order] : equal
  return operators.map((operator) => ({ id: operator, insert: `${operator} ` }))
}

const unique = (offers: readonly Offer[]) => [...new Map(offers.map((offer) => [offer.id, offer])).values()]
