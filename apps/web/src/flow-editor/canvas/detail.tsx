'use client'

import { createContext, useContext } from 'react'
import type { Detail } from './detail-of.ts'

const DetailContext = createContext<Detail>('words')

export const DetailProvider = DetailContext.Provider

/** How much cards show at the canvas's zoom. */
export const useDetail = () => useContext(DetailContext)
