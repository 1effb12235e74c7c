import type { NodeCheck } from './own-problems.ts'

/** Scheme and host as they are written, up to where the path, the query or the fragment begins. */
const withHost = /^https?:\/\/[^\s/?#{}\\]+(?:[/?#]|$)/i

/** URL_HOST_VARIABLE, URL_INVALID: a request goes where the author sent it, never where a caller's words would. */
export const checkUrl: NodeCheck = ({ fields }, _surroundings, report) => {
  for (const { field, hint, value } of fields) {
    const isUrl = field === 'url' && (hint.widget === 'textarea' || hint.widget === 'text')
    if (!isUrl || typeof value !== 'string' || value.trim() === '' || withHost.test(value.trim())) continue
    const [host = ''] = value
      .trim()
      .replace(/^\w+:\/\//, '')
      .split(/[/?#]/)
    const isFilled = host.includes('{{') || value.trim().startsWith('{{')
    report({ code: isFilled ? 'URL_HOST_VARIABLE' : 'URL_INVALID', field, values: { url: value.trim() } })
  }
}
