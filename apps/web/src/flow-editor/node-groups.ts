import { type NodeType, nodeTypes } from '@parley/flow-runtime'
import type { CSSProperties } from 'react'

export type Group = 'speak' | 'listen' | 'logic' | 'do' | 'call'

/** In the order of the palette. */
export const groups: readonly Group[] = ['speak', 'listen', 'logic', 'do', 'call']

export const nodeTypeNames: readonly NodeType[] = Object.values(nodeTypes).map(({ type }) => type)
export const isNodeType = (text: string): text is NodeType => nodeTypeNames.some((name) => name === text)

/** The group's colours as CSS variables for everything inside. */
export const groupStyle = (group: Group): CSSProperties & Record<`--${string}`, string> => ({
  '--group': `var(--${group})`,
  '--group-soft': `var(--${group}-soft)`,
})
