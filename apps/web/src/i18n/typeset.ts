/** A sentence whose French marks (« » : ; ? !) stay with their word at the end of a line. */
export const typeset = (text: string): string => text.replace(/« /g, '«\u00a0').replace(/ ([»:;?!])/g, '\u00a0$1')
