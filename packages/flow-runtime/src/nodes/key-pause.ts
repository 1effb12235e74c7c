/** Pause between two keys that ends an entry, in milliseconds. */
export const keyPauseMs = 2500
