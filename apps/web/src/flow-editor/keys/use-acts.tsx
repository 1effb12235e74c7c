'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { useEditorKeys } from '../use-editor-keys.ts'
import type { ActName } from './key-table.ts'
import { useAddActs } from './use-add-acts.ts'
import { useArrangeActs } from './use-arrange-acts.ts'
import { useEditActs } from './use-edit-acts.ts'
import { useLookActs } from './use-look-acts.ts'
import { useMoveActs } from './use-move-acts.ts'

/** What each key of the table does; false: nothing to do here, the browser may have the key. */
export type Acts = Record<ActName, () => unknown>

const ActsContext = createContext<Acts | null>(null)

/** The acts of the editor, by keys and for everything inside. */
export function ActsProvider({ children, ...on }: { onCommands: () => void; onKeys: () => void; children: ReactNode }) {
  const acts: Acts = { ...useLookActs(on), ...useMoveActs(), ...useAddActs(), ...useEditActs(), ...useArrangeActs() }
  useEditorKeys(acts)
  return <ActsContext.Provider value={acts}>{children}</ActsContext.Provider>
}

export function useActs(): Acts {
  const acts = useContext(ActsContext)
  if (!acts) throw new Error('useActs needs an ActsProvider above it.')
  return acts
}
