export type Detail = 'words' | 'names' | 'blocks'

/** How much a card shows at a zoom: words and outcomes, only its name, or a coloured block. */
export function detailOf(zoom: number): Detail {
  if (zoom >= 0.5) return 'words'
  return zoom >= 0.25 ? 'names' : 'blocks'
}
