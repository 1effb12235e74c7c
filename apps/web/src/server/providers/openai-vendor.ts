import OpenAI from 'openai'
import { z } from 'zod'
import type { Vendor } from './vendor.ts'

const answered = z.object({ choices: z.array(z.object({ message: z.object({}) })).min(1) })

/** OpenAI and every server that is compatible: asked for a word, as calls ask, which tells about key, model and credit at once. */
export const openAi: Vendor = {
  async test({ choice, url, line }) {
    const { apiKey, settings } = choice
    const ofTheKey = { organization: null, project: null }
    const client = new OpenAI({ apiKey, ...(url ? { baseURL: url } : {}), ...ofTheKey, fetch: line, maxRetries: 0 })
    answered.parse(
      await client.chat.completions.create({
        model: settings.model ?? 'gpt-4.1-mini',
        messages: [{ role: 'user', content: 'Answer with one word: ready' }],
      }),
    )
  },
}
