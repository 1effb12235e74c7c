import { z } from 'zod'

const text = z.string().optional()
const schema = z.object({
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: z.string().default('https://api.openai.com/v1'),
  OPENAI_MODEL: z.string().default('gpt-4.1-mini'),
  PARLEY_UNDERSTANDING_DATA: text,
})

/** What the command line itself reads from the environment; an empty variable counts as not set. */
export const readEnv = (source: NodeJS.ProcessEnv = process.env) =>
  schema.parse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')))
