/** JSON Schema of an object with exactly these properties, as strict output demands. */
export const strictObject = (properties: Record<string, unknown>): Record<string, unknown> => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

/** One of the names, or null; null alone when there are none. */
export const nameOrNull = (names: readonly string[]): Record<string, unknown> =>
  names.length > 0 ? { anyOf: [{ type: 'string', enum: names }, { type: 'null' }] } : { type: 'null' }
