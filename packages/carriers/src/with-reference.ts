/** The address with our reference in its query, so that news of a call whose id we never learned can be told from others. */
export function withReference(url: string, reference: string): string {
  const marked = new URL(url)
  marked.searchParams.set('reference', reference)
  return marked.toString()
}
