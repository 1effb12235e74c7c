import type { FieldCondition, FieldHint } from './node-type.ts'

type Hints = Readonly<Record<string, FieldHint>>

/** The fields that mean something for this data, in their order, with `required` settled. */
export function fieldsInUse(fields: Hints, data: Readonly<Record<string, unknown>>): { name: string; hint: FieldHint }[] {
  const holds = ({ field, is }: FieldCondition) => is.some((value) => value === data[field])
  return Object.entries(fields)
    .filter(([, { shownWhen }]) => shownWhen === undefined || holds(shownWhen))
    .map(([name, hint]) => {
      const required = hint.required === true || (hint.requiredWhen !== undefined && holds(hint.requiredWhen))
      return { name, hint: required === (hint.required ?? false) ? hint : { ...hint, required } }
    })
}
