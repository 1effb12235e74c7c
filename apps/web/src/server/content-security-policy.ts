type PolicyInput = { nonce: string; liveKitUrl: string; isDevelopment: boolean }

/** What a page may load and reach: itself, and the voice server by WebSocket and HTTP. */
export function contentSecurityPolicy({ nonce, liveKitUrl, isDevelopment }: PolicyInput): string {
  const socket = new URL(liveKitUrl).origin
  const http = socket.replace(/^ws/, 'http')
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // React Flow and measured widths set style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "worker-src 'self' blob:",
    `connect-src 'self' ${socket} ${http}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
