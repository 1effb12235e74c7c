import type { ToolsEnv } from './env.ts'
import type { Home } from './home.ts'
import type { Ports } from './ports.ts'
import type { OnProgress } from './progress.ts'
import type { Secrets } from './secrets.ts'
import type { Supervisor } from './supervisor.ts'

/** What every part of a stack is started with. */
export type StackContext = {
  home: Home
  tools: ToolsEnv
  ports: Ports
  secrets: Secrets
  supervisor: Supervisor
  onProgress: OnProgress
  signal: AbortSignal
  /** A stack for one test run: given addresses are not used and nothing needs to survive a power cut. */
  throwaway: boolean
  /** Variables for the programs of the stack, filled as parts come up. */
  env: Record<string, string>
}
