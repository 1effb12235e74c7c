export type Loader<Parts> = ReturnType<typeof loader<Parts>>

/** Loads a module once, when it is first wanted; a failed attempt is made again. */
export function loader<Parts>(load: () => Promise<Parts>) {
  let come: Parts | undefined
  let coming: Promise<Parts> | undefined
  return {
    /** The module, if it has come. */
    get: () => come,
    async load(): Promise<Parts> {
      coming ??= load()
      try {
        come = await coming
        return come
      } catch (error) {
        coming = undefined
        throw error
      }
    },
  }
}
