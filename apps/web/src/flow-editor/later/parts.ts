import { loader } from '../../lib/loader.ts'

/** What the editor shows soon, but not first. */
export const soonParts = loader(() => import('./soon-parts.ts'))
/** Panels that are opened now and then. */
export const panelParts = loader(() => import('./panel-parts.ts'))
/** The map, while it is shown. */
export const mapParts = loader(() => import('../canvas/flow-map.tsx'))
