import { emptyOverlay, type Overlay } from '../flow-editor/state/overlay.ts'
import type { ReplayFrame } from './replay-frames.ts'

const passed = { passed: true } as const

/** What the canvas shows at a stop: everything passed until then. */
export const frameOverlay = ({ nodeIds, edgeIds }: ReplayFrame): Overlay => ({
  ...emptyOverlay('replay'),
  nodes: new Map([...nodeIds].map((id) => [id, passed])),
  edges: new Map([...edgeIds].map((id) => [id, passed])),
})
