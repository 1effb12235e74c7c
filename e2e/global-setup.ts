import { everyPart, startThrowawayStack } from '@parley/tools'
import { stackFolderVariable } from './stack.ts'

/** Starts everything once; the tests find it by its data folder. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { home, stop } = await startThrowawayStack('e2e', { parts: everyPart, onProgress: (line) => console.log(line) })
  process.env[stackFolderVariable] = home
  return stop
}
