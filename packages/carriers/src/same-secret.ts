import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares in a time that does not depend on where the two differ. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

const digest = (text: string) => createHash('sha256').update(text).digest()
