const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const months = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']

/** Patterns with one group, for folded text. */
export const weekday = `(${weekdays.join('|')})s?`
export const month = `(${months.join('|')})`

/** 0 is Sunday. */
export const weekdayIndex = (name = ''): number => weekdays.indexOf(name)
/** 1 is January. */
export const monthOf = (name = ''): number => months.indexOf(name) + 1
