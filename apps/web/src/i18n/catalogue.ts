import { type Catalogue, en } from './en.ts'
import { fr } from './fr.ts'
import type { Locale } from './locale.ts'

export const catalogues: Record<Locale, Catalogue> = { en, fr }
export type { Catalogue }
