import { createLocalEngine } from '@parley/understanding'
import { once } from './once.ts'

/** The engine that needs no network; keeps what it has learned of a flow's intents between two requests. */
export const localEngine = once('local-engine', () => createLocalEngine())
