'use client'

import { useEffect } from 'react'
import { pageAnswers } from './early-acts.ts'

/** Once the page answers, lets what was done too early be done. */
export function PageAnswers() {
  useEffect(() => void document.dispatchEvent(new Event(pageAnswers)), [])
  return null
}
