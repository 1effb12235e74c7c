import { router } from '../trpc.ts'
import { confusion } from './confusion.ts'
import { understand } from './understand.ts'

export const intents = router({ confusion, understand })
