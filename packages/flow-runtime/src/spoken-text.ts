import type { Language } from './text.ts'

const longest = 10_000
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" }
const and: Readonly<Record<Language, string>> = { en: ' and ', fr: ' et ' }
/** Letters, figures and marks as people write a plain sentence: nothing to do. */
const plain = /^(?=[A-Za-zÀ-ÖØ-öø-ÿŒœ0-9«“"(])(?:(?! [ ,.;]|[.,;:]{2})[A-Za-zÀ-ÖØ-öø-ÿŒœ0-9 ,.;:!?'’"()«»%€$£°…–—-])*$/

/**
 * A text in markup, as a person would read it out: links by their label, addresses by the host's name, lists line by line; no code, tags,
 * emoji, control characters or scripts that English and French are not written in. '' when nothing is left to say. Saying it twice changes
 * nothing.
 */
export function spokenText(text: string, language: Language): string {
  let said = text.trim()
  // Removing one mark may lay bare another.
  for (let before = ''; said !== before && !plain.test(said); ) {
    before = said
    said = withoutMarks(said, language)
  }
  return hasWords(said) ? said : ''
}

function withoutMarks(text: string, language: Language): string {
  const lines = withoutMarkup(unescaped(text.slice(0, longest)), language)
  const words = lines.split('\n').map(line).filter(hasWords).join('\n')
  const said = words
    .replace(/\s*\n\s*/g, (_, at: number) => (/[\p{L}\p{N}%)"»”]/u.test(words[at - 1] ?? '') ? ', ' : ' '))
    .replace(/([,;:!?])(?:\s*\1)+/g, '$1')
    .replace(/\.{2,}/g, '.')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[,.](?!\d))/g, '')
    .replace(/[,;:]+(?=[.,;])/g, '')
    .replace(/^[\s,;:.!?)–—-]+|[\s,;(–—-]+$/g, '')
  return language === 'en' ? said.replace(/\s+(?=[!?;:](?:\s|$))/g, '') : said
}

const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text)

/** Entities may hide tags, and hide themselves. */
function unescaped(text: string): string {
  const plainer = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/&(#39|[a-z]{2,4});/g, (all, name: string) => entities[name] ?? all)
  return plainer === text ? text : unescaped(plainer)
}

function withoutMarkup(text: string, language: Language): string {
  return text
    .replace(/```[\s\S]*?(?:```|$)/g, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<\/?[A-Za-z!?][^<>]*(?:>|$)/g, ' ')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1')
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@]*@)?(?:www\.)?([^\s/?#:<>()"]+)[^\s<>()"]*/gi, (_, host: string) =>
      host.replace(/[.,;!?]+$/, ''),
    )
    .replace(/\bwww\.([^\s/?#:<>()"]+)(?:[/?#:][^\s<>()"]*)?/gi, '$1')
    .replace(/\s*&\s*/g, and[language])
}

/** One line without its list mark, emphasis, and what cannot be said. */
function line(text: string): string {
  return text
    .replace(/^[\s>]*(?:(?:#{1,6}|[-*+•]|\d{1,3}[.)])\s+)?/, '')
    .replace(/\s*\|\s*/g, ', ')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<![\p{L}\p{N}])[*`~]+|[*`~]+(?![\p{L}\p{N}])/gu, '')
    .replace(/[*`~^\\{}[\]<>|#=]+/g, ' ')
    .replace(/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+/gu, ' ')
    .replace(/[\p{C}\p{Extended_Pictographic}\p{Variation_Selector}\p{Regional_Indicator}\p{Emoji_Modifier}]+|\u20e3/gu, ' ')
    .replace(/(?!°)[\p{So}\p{Sk}\p{Sm}]+/gu, (signs) => (signs === '+' ? '+' : ' '))
    .replace(/^[\s,;:]+|[\s,;]+$/g, '')
    .replace(/\s+/g, ' ')
}
