/** Of a file of leads, bytes: more than 100,000 leads with many columns need. */
export const largestFile = 50_000_000
