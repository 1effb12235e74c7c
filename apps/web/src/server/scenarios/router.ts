import { router } from '../trpc.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { remove } from './remove.ts'
import { run } from './run.ts'
import { save } from './save.ts'
import { understand } from './understand.ts'

export const scenarios = router({ list, create, save, remove, run, understand })
