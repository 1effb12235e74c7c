import type { TurnStage } from '@parley/flow-runtime/turn-stages'

/** The colour of each part of an answer's time, the same wherever the parts are drawn. */
export const stageColours: Record<TurnStage, string> = {
  endOfTurn: 'bg-logic',
  transcript: 'bg-listen',
  understanding: 'bg-listen/60',
  decision: 'bg-do',
  voice: 'bg-speak',
  line: 'bg-speak/60',
}
