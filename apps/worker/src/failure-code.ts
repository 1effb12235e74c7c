/** The stable code an error carries, else the given one. */
export function failureCodeOf(error: unknown, otherwise: string): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') return error.code
  return otherwise
}
