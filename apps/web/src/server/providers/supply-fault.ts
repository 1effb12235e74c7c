import { z } from 'zod'
import { type SupplyCode, SupplyError } from './voice-supply.ts'

const word = z.union([z.string(), z.number()]).nullish().catch(undefined)
const said = z.object({ code: word, status: word, type: word, message: word }).partial().catch({})
/** How vendors say what is wrong: ElevenLabs in `detail`, OpenAI and what is compatible in `error`, Deepgram in `err_code`, some right away. */
const body = said.and(z.object({ detail: said, error: said, err_code: word, err_msg: word }).partial().catch({}))

const usedUp = /quota|payment|credit|billing|balance/i
const aboutKey = /api.?key|unauthori[sz]ed|invalid.?auth/i
const byStatus: Record<number, SupplyCode> = { 401: 'KEY_REFUSED', 402: 'QUOTA_USED_UP', 403: 'KEY_REFUSED', 429: 'RATE_LIMITED' }

/** What an answer that is no success means for the person who set the provider up. */
export function faultOfAnswer(status: number, text: string): SupplyError {
  const { detail = {}, error = {}, err_code, err_msg, ...top } = body.parse([jsonOf(text)].flat()[0] ?? {})
  const code = [detail.code, detail.status, error.code, err_code, error.type, error.status, top.code, top.type].find(
    (one) => typeof one === 'string' && one !== '',
  )
  const words = [code, error.type, detail.message, error.message, err_msg, top.message].filter((one) => one !== undefined).join(' ')
  return new SupplyError(codeOf(status, words), typeof code === 'string' ? code.slice(0, 80) : String(status))
}

function codeOf(status: number, words: string): SupplyCode {
  if (status >= 500 || status < 400) return 'ANSWERED_OTHERWISE'
  if (usedUp.test(words)) return 'QUOTA_USED_UP'
  if (status === 401 || status === 402 || status === 429) return byStatus[status] ?? 'ANSWERED_OTHERWISE'
  if (aboutKey.test(words)) return 'KEY_REFUSED'
  if (/voice/i.test(words)) return 'VOICE_UNKNOWN'
  if (/model/i.test(words)) return 'MODEL_UNKNOWN'
  return byStatus[status] ?? 'ANSWERED_OTHERWISE'
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
