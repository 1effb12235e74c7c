import type { NodeEditor } from '../../node-type.ts'
import { questionFields } from '../question-fields.ts'
import type { KeypadConfig } from './keypad-config.ts'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'].map((value) => ({ value, label: { en: value, fr: value } }))

const inMenu = { field: 'mode', is: ['menu'] }
const asDigits = { field: 'mode', is: ['digits'] }
const { question, maxTries: _, ...others } = questionFields

export const keypadEditor: NodeEditor<keyof KeypadConfig> = {
  title: { en: 'Keypad', fr: 'Clavier' },
  icon: 'grid-3x3',
  group: 'listen',
  help: {
    en: 'A menu of keys, or digits typed on the telephone.\nWhat is masked is neither kept nor recorded; only the tools of the flow are given it.\nExample: "For appointments press 1, for anything else press 2."',
    fr: 'Un menu de touches, ou des chiffres tapés au téléphone.\nCe qui est masqué n’est ni gardé ni enregistré ; seuls les outils du flux le reçoivent.\nExemple : « Pour un rendez-vous tapez 1, pour autre chose tapez 2. »',
  },
  fields: {
    mode: {
      label: { en: 'What is typed', fr: 'Ce qui est tapé' },
      widget: 'choice',
      options: [
        { value: 'menu', label: { en: 'One key of a menu', fr: 'Une touche d’un menu' } },
        { value: 'digits', label: { en: 'Several digits', fr: 'Plusieurs chiffres' } },
      ],
    },
    question,
    keys: {
      label: { en: 'Keys of the menu', fr: 'Touches du menu' },
      widget: 'rows',
      shownWhen: inMenu,
      columns: {
        key: { label: { en: 'Key', fr: 'Touche' }, widget: 'choice', options: keys, required: true },
        name: { label: { en: 'Outcome', fr: 'Issue' }, widget: 'text', required: true, outcome: true },
      },
    },
    variable: {
      label: { en: 'Keep the digits in', fr: 'Garder les chiffres dans' },
      widget: 'variable',
      shownWhen: asDigits,
      help: { en: 'A text variable keeps zeros at the front.', fr: 'Une variable texte garde les zéros du début.' },
    },
    minDigits: { label: { en: 'Fewest digits', fr: 'Nombre minimal de chiffres' }, widget: 'number', shownWhen: asDigits },
    maxDigits: { label: { en: 'Most digits', fr: 'Nombre maximal de chiffres' }, widget: 'number', shownWhen: asDigits },
    end: {
      label: { en: 'Key that ends the entry', fr: 'Touche qui termine la saisie' },
      widget: 'choice',
      options: keys.slice(-2),
      shownWhen: asDigits,
    },
    pauseMs: {
      label: { en: 'Pause that ends the entry (milliseconds)', fr: 'Pause qui termine la saisie (millisecondes)' },
      widget: 'number',
      shownWhen: asDigits,
    },
    masked: {
      label: { en: 'Masked', fr: 'Masqué' },
      widget: 'toggle',
      shownWhen: asDigits,
      help: {
        en: 'For card numbers and codes. Said aloud, they do not count.',
        fr: 'Pour les cartes et les codes. Dits à voix haute, ils ne comptent pas.',
      },
    },
    ...others,
    maxTries: {
      label: { en: 'Tries', fr: 'Essais' },
      widget: 'number',
      help: {
        en: 'How often the entry may be wrong before the flow goes on by “invalid”.',
        fr: 'Combien de fois la saisie peut être fausse avant que le flux continue par « invalid ».',
      },
    },
  },
}
