import { z } from 'zod'

export const callIdInput = z.object({ callId: z.uuid() })
