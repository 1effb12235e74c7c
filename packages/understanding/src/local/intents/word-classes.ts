const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
const month = /^(?:january|february|march|april|june|july|august|september|october|november|december)$/
const relativeDay = /^(?:today|tomorrow|tonight)$/
const number =
  /^(?:0+(?:st|nd|rd|th|am|pm)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty)$/

/** Words that only carry a slot's value: which one it is says nothing about what the contact wants. */
export function wordClass(word: string): 'day' | 'number' | undefined {
  if (weekday.test(word) || month.test(word) || relativeDay.test(word)) return 'day'
  return number.test(word) ? 'number' : undefined
}

/** Words of grammar: they tell intents apart a little, and tell nothing about whether an utterance is about them at all. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'i a an the is am are was be been to of in on at for with my me you your it this that these do does did can could would will should ' +
    'shall please and or if there some any have has had get got just so we us our what how when where who why which um uh er oh well okay ok'
  ).split(' '),
)

/** Different words for one wish in service calls; general knowledge of the language, as stems (see stem.ts). */
const groups: readonly (readonly string[])[] = [
  ['book', 'schedul', 'reserv', 'arrang', 'reservation', 'booking'],
  ['appointment', 'visit', 'booking', 'consultation', 'slot'],
  ['cancel', 'delet', 'scrap', 'undo', 'remov'],
  ['reschedul', 'postpon', 'mov', 'shift', 'chang', 'updat', 'modify', 'switch', 'edit'],
  ['person', 'human', 'agent', 'representativ', 'operator', 'somebody', 'someon', 'receptionist', 'staff', 'peopl'],
  ['talk', 'speak', 'connect', 'transfer'],
  ['pric', 'cost', 'charg', 'fee', 'expensiv', 'rat', 'pay'],
  ['hour', 'open', 'clos', 'opening'],
  ['address', 'location', 'located', 'direction', 'locat', 'plac'],
  ['buy', 'purchas', 'order'],
  ['broken', 'damag', 'crack', 'broke', 'break'],
  ['lost', 'los', 'misplac', 'stolen', 'missing', 'miss'],
  ['doctor', 'dr', 'physician', 'dentist'],
  ['teeth', 'tooth', 'dental', 'dentist'],
  ['pain', 'hurt', 'ach', 'painful', 'sore', 'toothach'],
  ['help', 'assist', 'assistanc', 'support'],
  ['repeat', 'again'],
  ['hello', 'hi', 'hey', 'greet'],
  ['bye', 'goodby', 'farewell'],
  ['thank', 'thanks'],
  ['tell', 'inform', 'know', 'explain', 'describ'],
  ['show', 'list', 'display', 'see', 'view'],
  ['quick', 'fast', 'soon', 'asap', 'urgent', 'emergency'],
  ['phon', 'cell', 'mobil', 'cellphon', 'smartphon'],
  ['car', 'vehicl', 'auto'],
  ['mail', 'email', 'letter'],
  ['bill', 'invoic', 'statement'],
  ['money', 'cash', 'fund', 'dollar'],
  ['job', 'work', 'position', 'employment'],
  ['holiday', 'vacation', 'leav'],
]

const groupOf = new Map<string, number>()
groups.forEach((group, index) => {
  for (const word of group) if (!groupOf.has(word)) groupOf.set(word, index)
})

/** The group of words of one meaning a stem belongs to, if any. */
export function meaningOf(stemmed: string): number | undefined {
  return groupOf.get(stemmed)
}
