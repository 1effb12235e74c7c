import { enPages } from './en-pages.ts'
import { enShared } from './en-shared.ts'

/** Every visible sentence in English; the shape every other language must have. */
export const en = { ...enShared, ...enPages }

export type Catalogue = typeof en
