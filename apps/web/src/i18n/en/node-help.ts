import type { NodeType } from '@parley/flow-runtime'

/** A line of the conversation a node makes: heard from the agent, or said by the caller. */
type ExampleLine = { agent?: string; caller?: string }

const examples: Readonly<Record<NodeType, readonly ExampleLine[]>> = {
  greeting: [{ agent: 'Hello, Bright Smile Dental, this is the automatic assistant.' }],
  say: [{ agent: 'You are booked for Tuesday at three in the afternoon.' }],
  intent: [{ agent: 'How can I help you?' }, { caller: 'I need a cleaning on Tuesday.' }, { agent: 'Gladly. At what time on Tuesday?' }],
  ask: [{ agent: 'Which day would suit you?' }, { caller: 'Tuesday. No, Wednesday.' }, { agent: 'Wednesday. Is that right?' }],
  form: [
    { caller: 'A table for four on Friday.' },
    { agent: 'At what time?' },
    { caller: 'Seven.' },
    { agent: 'Four people, on Friday at seven. Is that right?' },
  ],
  keypad: [{ agent: 'For appointments press 1, for anything else press 2.' }],
  answer: [{ caller: 'Do you treat children?' }, { agent: 'Yes, from the first tooth on, every day until six.' }],
  agent: [
    { agent: 'What does the boiler do?' },
    { caller: 'It drips, and there is no hot water.' },
    { agent: 'Is the water near anything electric?' },
  ],
  branch: [{ caller: 'We are eight people.' }, { agent: 'For more than six, let me connect you to a colleague.' }],
  set: [{ caller: 'Four of us, and a baby.' }, { agent: 'So that is a table for five.' }],
  split: [{ agent: 'Hello! May I ask you two short questions?' }, { agent: 'Good morning. Would you help us get better?' }],
  wait: [{ agent: 'I am still looking, thank you for waiting.' }],
  anywhere: [{ caller: 'Can I talk to a person?' }, { agent: 'Of course. One moment, please.' }],
  subflow: [{ agent: 'First I need your customer number.' }, { caller: 'Four, seven, one, one.' }, { agent: 'Thank you, I found you.' }],
  book: [
    { agent: 'I am sorry, three is taken. I have ten on Tuesday, or three on Wednesday. Which one suits you?' },
    { caller: 'The second one.' },
  ],
  http: [{ agent: 'One moment. Your order left our house yesterday.' }],
  tool: [{ agent: 'I found your order; it arrives tomorrow.' }],
  background: [{ agent: 'By the way: Anna is free now. Shall I connect you?' }],
  contact: [{ agent: 'Welcome back. Is it still the flat in Harbour Street?' }],
  message: [{ agent: 'I have sent you the appointment as a text message.' }],
  tag: [{ caller: 'Yes, I am interested.' }, { agent: 'Wonderful. I have noted that.' }],
  consent: [{ agent: 'May we call you about our offers?' }, { caller: 'Yes, that is fine.' }],
  transfer: [{ agent: 'One moment, I am connecting you to the reception.' }],
  callback: [
    { agent: 'When shall we call you back?' },
    { caller: 'Tomorrow at five.' },
    { agent: 'Tomorrow at five in the afternoon. Is that right?' },
  ],
  language: [{ caller: 'Vous parlez français ?' }, { agent: 'Of course. From here on we speak French.' }],
  machine: [{ agent: 'Hello, this is Bright Smile Dental. Please call us back about your appointment.' }],
  end: [{ agent: 'Thank you for calling, goodbye.' }],
}

export const nodeHelp = {
  explain: 'What this node does',
  heard: 'On the phone',
  agent: 'Agent',
  caller: 'Caller',
  play: 'Hear this line',
  keys: '→ to the example, ← back',
  examples,
}
