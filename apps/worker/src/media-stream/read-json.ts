import { z } from 'zod'

const anyEvent = z.object({ event: z.string() })

/** A text message of a protocol whose messages are told apart by `event`; `unknown` for an event that is not used here, `invalid` for what is none of it. */
export function readJson<Shape extends z.ZodDiscriminatedUnion>(
  shape: Shape,
  text: string,
): { message: z.output<Shape> } | { type: 'unknown' | 'invalid' } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { type: 'invalid' }
  }
  const parsed = shape.safeParse(json)
  if (parsed.success) return { message: parsed.data }
  const event = anyEvent.safeParse(json)
  const isOurs = !event.success || parsed.error.issues.some(({ path }) => path[0] !== 'event')
  return { type: isOurs ? 'invalid' : 'unknown' }
}
