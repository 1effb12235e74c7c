import type { SlotRules } from '../slot-rules.ts'

/** How email addresses are dictated. */
export const emailRules: SlotRules['email'] = {
  at: new Set(['at', '@', 'at sign', 'at symbol']),
  marks: {
    dot: '.',
    point: '.',
    period: '.',
    underscore: '_',
    'under score': '_',
    dash: '-',
    hyphen: '-',
    minus: '-',
    plus: '+',
    'plus sign': '+',
    'all 1 word': '',
    '1 word': '',
    'all lowercase': '',
    'lower case': '',
    lowercase: '',
  },
  outside: new Set(
    (
      "is it's its my email e-mail mail address to me at yes yeah sure the and send use please ok okay that that's would be so on reach can you i " +
      "am i'm"
    ).split(' '),
  ),
}
