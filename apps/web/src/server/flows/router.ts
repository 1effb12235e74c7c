import { router } from '../trpc.ts'
import { create } from './create.ts'
import { deleteProcedure } from './delete.ts'
import { get } from './get.ts'
import { importProcedure } from './import.ts'
import { list } from './list.ts'
import { publish } from './publish.ts'
import { save } from './save.ts'
import { speech } from './speech.ts'
import { version } from './version.ts'
import { versions } from './versions.ts'

export const flows = router({
  list,
  get,
  create,
  save,
  publish,
  versions,
  version,
  speech,
  import: importProcedure,
  delete: deleteProcedure,
})
