/** Where a key works: everywhere, everywhere but in a text field, or only while the canvas has the keyboard. */
type Scope = 'always' | 'editor' | 'canvas'
type KeyGroup = 'look' | 'move' | 'add' | 'edit' | 'arrange'
type KeyRow = { act: string; group: KeyGroup; keys: readonly string[]; scope: Scope; byBrowser?: true }

/**
 * Every key of the editor, once: the handlers, the command palette and the list of keys (`?`) read this table.
 * `mod` is ⌘ on a Mac, Ctrl elsewhere. `byBrowser`: the browser turns the key into a clipboard event, and that is what is acted on.
 */
export const keyTable = [
  { act: 'commands', group: 'look', keys: ['mod+k'], scope: 'always' },
  { act: 'keys', group: 'look', keys: ['?'], scope: 'editor' },
  { act: 'find', group: 'look', keys: ['mod+f'], scope: 'editor' },
  { act: 'open', group: 'look', keys: ['enter'], scope: 'canvas' },
  { act: 'escape', group: 'look', keys: ['escape'], scope: 'always' },
  { act: 'zoomIn', group: 'look', keys: ['+', '='], scope: 'editor' },
  { act: 'zoomOut', group: 'look', keys: ['-'], scope: 'editor' },
  { act: 'fit', group: 'look', keys: ['1'], scope: 'editor' },
  { act: 'zoomToSelection', group: 'look', keys: ['2'], scope: 'editor' },
  { act: 'actualSize', group: 'look', keys: ['0'], scope: 'editor' },
  { act: 'map', group: 'look', keys: ['m'], scope: 'editor' },
  { act: 'goUp', group: 'move', keys: ['arrowup'], scope: 'canvas' },
  { act: 'goDown', group: 'move', keys: ['arrowdown'], scope: 'canvas' },
  { act: 'goLeft', group: 'move', keys: ['arrowleft'], scope: 'canvas' },
  { act: 'goRight', group: 'move', keys: ['arrowright'], scope: 'canvas' },
  { act: 'goNext', group: 'move', keys: ['tab'], scope: 'canvas' },
  { act: 'goBack', group: 'move', keys: ['shift+tab'], scope: 'canvas' },
  { act: 'moveUp', group: 'move', keys: ['shift+arrowup'], scope: 'canvas' },
  { act: 'moveDown', group: 'move', keys: ['shift+arrowdown'], scope: 'canvas' },
  { act: 'moveLeft', group: 'move', keys: ['shift+arrowleft'], scope: 'canvas' },
  { act: 'moveRight', group: 'move', keys: ['shift+arrowright'], scope: 'canvas' },
  { act: 'add', group: 'add', keys: ['a'], scope: 'canvas' },
  { act: 'connect', group: 'add', keys: ['c'], scope: 'canvas' },
  { act: 'note', group: 'add', keys: ['n'], scope: 'canvas' },
  { act: 'undo', group: 'edit', keys: ['mod+z'], scope: 'editor' },
  { act: 'redo', group: 'edit', keys: ['mod+shift+z', 'mod+y'], scope: 'editor' },
  { act: 'copy', group: 'edit', keys: ['mod+c'], scope: 'editor', byBrowser: true },
  { act: 'cut', group: 'edit', keys: ['mod+x'], scope: 'editor', byBrowser: true },
  { act: 'paste', group: 'edit', keys: ['mod+v'], scope: 'editor', byBrowser: true },
  { act: 'duplicate', group: 'edit', keys: ['mod+d'], scope: 'editor' },
  { act: 'selectAll', group: 'edit', keys: ['mod+a'], scope: 'editor' },
  { act: 'remove', group: 'edit', keys: ['delete', 'backspace'], scope: 'editor' },
  { act: 'layOut', group: 'arrange', keys: ['l'], scope: 'editor' },
  { act: 'frame', group: 'arrange', keys: ['mod+g'], scope: 'editor' },
  { act: 'alignLeft', group: 'arrange', keys: ['alt+a'], scope: 'editor' },
  { act: 'alignCentre', group: 'arrange', keys: ['alt+h'], scope: 'editor' },
  { act: 'alignRight', group: 'arrange', keys: ['alt+d'], scope: 'editor' },
  { act: 'alignTop', group: 'arrange', keys: ['alt+w'], scope: 'editor' },
  { act: 'alignMiddle', group: 'arrange', keys: ['alt+v'], scope: 'editor' },
  { act: 'alignBottom', group: 'arrange', keys: ['alt+s'], scope: 'editor' },
  { act: 'distributeAcross', group: 'arrange', keys: ['alt+shift+h'], scope: 'editor' },
  { act: 'distributeDown', group: 'arrange', keys: ['alt+shift+v'], scope: 'editor' },
] as const satisfies readonly KeyRow[]

export type ActName = (typeof keyTable)[number]['act']
export const keyGroups: readonly KeyGroup[] = ['look', 'move', 'add', 'edit', 'arrange']

/** The keys of an act, the first one the usual one. */
export const keysOf = (act: ActName): readonly string[] => keyTable.find((row) => row.act === act)?.keys ?? []
