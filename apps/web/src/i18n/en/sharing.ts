export const sharing = {
  others: 'Who else is here',
  somebody: 'Somebody',
  isHere: (name: string) => `${name} is here`,
  isAt: (name: string, node: string) => `${name} is at “${node}”: go there`,
  changed: (name: string, nodes: string, more: number) => `${name} changed ${nodes}${more > 0 ? ` and ${more} more` : ''}`,
  changedFlow: (name: string) => `${name} changed this flow`,
  keptNode: (node: string) => `“${node}” was deleted by one of you while the other worked on it. It is kept.`,
  clashes: 'What you both changed',
  bothWrote: (name: string, place: string) => `You both changed ${place}. Yours is kept. ${name} wrote:`,
  takeTheirs: 'Take theirs',
  keepMine: 'Keep mine',
  notSaved: {
    OFFLINE: 'Offline: your changes are kept here. They are saved as soon as the server answers again.',
    UNAUTHORIZED:
      'Your session has ended. Your changes are kept here. Open a new sign-in link in another tab: they are saved as soon as you are signed in.',
    EDITOR_NEEDED: 'You may not change this flow any more. Your changes are kept here. Ask an owner of your team to let you edit.',
    FLOW_DELETED: 'Somebody deleted this flow. What you see is kept here.',
    FLOW_INVALID: 'The server cannot read the last change, so it is not saved. It is kept here. Undo it, then go on.',
    other: 'The server does not take the last changes. They are kept here and sent again every few seconds.',
  },
  bringBack: 'Bring the flow back',
  keptTitle: 'There are changes here that were not saved',
  keptHint: (when: string) =>
    `This page was closed before the server had your last changes (${when}). They were kept in this browser. Taken up, they join the draft as it is now; undo takes them back.`,
  keptTake: 'Take them up',
  keptDrop: 'Drop them',
  viewer: 'You may look at this flow, but not change it.',
}
