const keep = new Set([
  'this',
  'is',
  'was',
  'has',
  'does',
  'us',
  'his',
  'its',
  'yes',
  'news',
  'gas',
  'bus',
  'thing',
  'king',
  'ring',
  'bring',
  'during',
  'morning',
  'evening',
  'need',
  'speed',
  'bed',
  'red',
  'feed',
  'tuesday',
  'wednesday',
])

/** A light stem, so that "appointments", "booked" and "changing" meet "appointment", "book" and "change". Wrong stems do no harm as long as they are the same everywhere. */
export function stem(word: string): string {
  if (word.length < 4 || keep.has(word)) return word
  let stemmed = word
  if (stemmed.endsWith('ies') && stemmed.length > 4) stemmed = `${stemmed.slice(0, -3)}y`
  else if (/(?:ss|sh|ch|x|z)es$/.test(stemmed)) stemmed = stemmed.slice(0, -2)
  else if (/[^su]s$/.test(stemmed)) stemmed = stemmed.slice(0, -1)
  const cut = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(stemmed)?.[1]
  if (cut && cut.length > 2) stemmed = /([^aeiouls])\1$/.test(cut) ? cut.slice(0, -1) : cut
  if (stemmed.length > 4 && stemmed.endsWith('e')) stemmed = stemmed.slice(0, -1)
  return stemmed
}
