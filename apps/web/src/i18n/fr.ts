import type { Catalogue } from './en.ts'
import { frPages } from './fr-pages.ts'
import { frShared } from './fr-shared.ts'

/** Every visible sentence in French; a key that is missing does not compile. */
export const fr: Catalogue = { ...frShared, ...frPages }
