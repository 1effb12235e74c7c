import { writeRow } from '@parley/campaigns/import'
import { type Contact, scriptedContact, type Temper } from '@parley/testing'

/** The tenant's number at the practice carrier, and those of the people it reaches; both are kept for fiction in France. */
export const practiceNumber = '+33199000001'
const numberOf = (index: number) => `+331990010${String(index + 1).padStart(2, '0')}`

type Person = { name: string } & (
  | { refuses: NonNullable<Contact['refuses']> }
  | { says: readonly string[]; temper?: Temper; answeredBy?: Contact['answeredBy'] }
)

const books = (name: string, time: string, temper?: Temper): Person => ({
  name,
  says: ['I would like to book an appointment', 'tomorrow', time, name],
  temper,
})

/** Who is called from the leads of `practice-leads.csv`: they answer the example's flow, each in their own way. */
const people: readonly Person[] = [
  books('John Smith', 'at ten in the morning'),
  { name: 'Mary Jones', says: ['what are your opening hours', 'no thank you goodbye'] },
  books('Peter Brown', 'at three in the afternoon', 'impatient'),
  { name: 'Anna Miller', refuses: 'busy' },
  { name: 'Paul Davis', refuses: 'no-answer' },
  { name: 'Lucy Wilson', says: [], temper: 'silent' },
  {
    name: 'David Moore',
    says: ['You have reached the voice mail of David Moore. Please leave a message after the tone.'],
    answeredBy: 'machine',
  },
  { name: 'Susan Clark', refuses: 'declined' },
  books('James Lewis', 'at four in the afternoon'),
  { name: 'Helen Young', says: ['I would like to speak to a person'] },
]

/** How somebody at this number behaves; whoever is not in the file books an appointment. `speechServerUrl`: the voice they speak with. */
export function personAt(number: string, speechServerUrl: string): Contact {
  const person = people.find((_, index) => numberOf(index) === number) ?? books('Sam Taylor', 'at eleven in the morning')
  const ringMs = 2_000
  return 'refuses' in person
    ? { ringMs, refuses: person.refuses }
    : scriptedContact({ ringMs, answeredBy: 'human', ...person, speechServerUrl, maxMs: 90_000 })
}

/** The same people as a file to import into a campaign. */
export const practiceLeads = (): string =>
  [['name', 'phone', 'timezone'], ...people.map(({ name }, index) => [name, numberOf(index), 'Europe/Paris'])].map(writeRow).join('')
