import { router } from '../trpc.ts'
import { create } from './create.ts'
import { deleteProcedure } from './delete.ts'
import { duplicate } from './duplicate.ts'
import { get } from './get.ts'
import { importProcedure } from './import.ts'
import { leave } from './leave.ts'
import { list } from './list.ts'
import { publish } from './publish.ts'
import { restore } from './restore.ts'
import { save } from './save.ts'
import { speech } from './speech.ts'
import { templates } from './templates.ts'
import { version } from './version.ts'
import { versions } from './versions.ts'
import { visit } from './visit.ts'

export const flows = router({
  list,
  get,
  create,
  duplicate,
  restore,
  save,
  publish,
  versions,
  version,
  speech,
  templates,
  visit,
  leave,
  import: importProcedure,
  delete: deleteProcedure,
})
