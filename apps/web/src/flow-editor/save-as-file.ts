import type { Flow } from '@parley/flow-runtime'

/** Gives the flow to the browser's downloads as `<name>.flow.json`, readable and as it is stored. */
export function saveAsFile(flow: Flow): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(flow, null, 2)}\n`], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${flow.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'flow'}.flow.json`
  link.click()
  URL.revokeObjectURL(url)
}
