/**
 * True when a request that changes something came from the studio's own pages. Browsers send `Origin` with every
 * POST; one that names another host, or none at all, is refused.
 */
export function isSameOrigin(headers: Headers, ownUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const host = new URL(origin).host
  return host === headers.get('host') || host === new URL(ownUrl).host
}
