import type { ToolsEnv } from './env.ts'
import type { PortName } from './ports.ts'

export type Part = 'postgres' | 'temporal' | 'livekit' | 'speech' | 'temporalWorker' | 'worker' | 'web'
/** The whole product. */
export const everyPart: readonly Part[] = ['postgres', 'temporal', 'livekit', 'speech', 'temporalWorker', 'worker', 'web']

/** The ports a start would listen on: none for a part that is at a given address. */
export function neededPorts(parts: readonly Part[], throwaway: boolean, tools: ToolsEnv): Set<PortName> {
  const here = (part: Part, given: string | undefined) => parts.includes(part) && (throwaway || !given)
  const needed = new Set<PortName>()
  if (here('postgres', tools.DATABASE_URL)) needed.add('postgres')
  if (here('temporal', tools.TEMPORAL_ADDRESS)) needed.add('temporal').add('temporalUi')
  if (here('livekit', tools.LIVEKIT_URL)) needed.add('livekit').add('livekitUdp')
  if (here('speech', tools.SPEECH_SERVER_URL)) needed.add('speech')
  if (parts.includes('web')) needed.add('web')
  return needed
}
