import type { Offer } from './offers.ts'

const mostShown = 12
const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The offers that fit what was typed: those that begin with it, then those that contain it in their name or description. */
export function rankOffers(offers: readonly Offer[], typed: string): Offer[] {
  const wanted = plain(typed)
  if (wanted === '') return offers.slice(0, mostShown)
  const places = offers.flatMap((offer) => {
    const name = plain(offer.id)
    const place = name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : plain(offer.detail ?? '').includes(wanted) ? 2 : 3
    return place < 3 && offer.id !== typed ? [{ offer, place }] : []
  })
  return places
    .sort((a, b) => a.place - b.place)
    .slice(0, mostShown)
    .map(({ offer }) => offer)
}
