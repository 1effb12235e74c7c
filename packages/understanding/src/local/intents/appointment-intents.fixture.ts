import type { IntentCandidate } from '@parley/flow-runtime'

export const appointmentIntents: readonly IntentCandidate[] = [
  {
    name: 'book',
    description: 'wants a new appointment',
    samples: [
      'I would like to book an appointment',
      'can I come in for a cleaning',
      'I need to see the dentist',
      'do you have anything free this week',
      'schedule a check-up please',
      'a cleaning on Tuesday at three',
    ],
  },
  {
    name: 'cancel',
    description: 'cannot come to an appointment',
    samples: [
      'I want to cancel my appointment',
      "I can't come tomorrow",
      'please take me off the schedule',
      'I have to call off my visit',
      'I will not make it on Friday',
    ],
  },
  {
    name: 'person',
    description: 'wants to talk to a person',
    samples: [
      'can I talk to a person',
      'give me the receptionist',
      'I want to speak to a human',
      'let me talk to somebody',
      'operator please',
    ],
  },
]

export const inScope: readonly [string, string][] = [
  ['i would like to book an appointment', 'book'],
  ["i'd like to make an appointment", 'book'],
  ['could i schedule a cleaning', 'book'],
  ['book me a check up on monday', 'book'],
  ['i need an appointment with the dentist', 'book'],
  ['a cleaning on friday at ten for john smith', 'book'],
  ['cancel my appointment', 'cancel'],
  ['i need to cancel', 'cancel'],
  ["i can't make it on monday", 'cancel'],
  ['i have to cancel my visit on tuesday', 'cancel'],
  ['talk to a person', 'person'],
  ['i want to talk to a human', 'person'],
  ['can i speak to somebody please', 'person'],
  ['give me a person', 'person'],
]

export const outOfScope = [
  'what is the fastest animal on land',
  'how much does a new roof cost',
  'the weather is lovely in spain',
  'play some jazz in the kitchen',
  'blue bananas sing quietly',
  'how many grams are in an ounce',
  'my printer is out of ink',
  'who painted the ceiling of that chapel',
  'asdf qwer zxcv',
  'translate good evening to japanese',
]
