/** What learning intents needs to know of a language. */
export type Vocabulary = {
  /** Lower-case words without punctuation, short forms written out, digits as one symbol per digit. */
  wordsOf(text: string): string[]
  /** One form for the forms of a word. */
  stem(word: string): string
  /** Words of grammar: they tell intents apart a little, and tell nothing about whether an utterance is about them at all. */
  functionWords: ReadonlySet<string>
  /** Of these, the ones that ask: they tell intents apart. */
  questionWords: ReadonlySet<string>
  /** Words of yes and no: they tell intents apart, and tell nothing about whether an utterance is about them at all. */
  answerWords: ReadonlySet<string>
  /** Words that only carry a slot's value: which one it is says nothing about what the contact wants. */
  wordClass(word: string): 'day' | 'number' | undefined
  /** Groups of words of one meaning, separated by spaces; `_` joins the words of a phrase. A word may be in several groups. */
  meanings: readonly string[]
  /** Everyday sentences that belong to no business in particular: what "none of these" looks like to a calibration. */
  background: readonly string[]
}
