import { router } from '../trpc.ts'
import { add, addMany, remove } from './change.ts'
import { count, list, reveal } from './list.ts'
import { lookUp } from './look-up.ts'
import { record } from './record.ts'

export const doNotCall = router({ count, list, reveal, record, lookUp, add, addMany, remove })
