/** What the seed needs from its surroundings; throws with the names of what is missing. */
export function readEnv(): { url: string; encryptionKey: string } {
  const { DATABASE_URL: url, PARLEY_ENCRYPTION_KEY: encryptionKey } = process.env
  if (!url || !encryptionKey) throw new Error('Set DATABASE_URL and PARLEY_ENCRYPTION_KEY.')
  return { url, encryptionKey }
}
