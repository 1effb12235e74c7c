/** Loaded together, once the canvas stands. */

export { NodePicker } from '../canvas/node-picker.tsx'
export { CommandPalette } from '../command-palette.tsx'
export { ConnectPicker } from '../connect/connect-picker.tsx'
export { NodeInspector } from '../inspector/node-inspector.tsx'
export { CheatSheet } from '../keys/cheat-sheet.tsx'
export { AddPanel } from '../panels/add-panel.tsx'
export { FindPanel } from '../panels/find-panel.tsx'
export { ProblemsPanel } from '../panels/problems-panel.tsx'
export { KeptDraftDialog } from '../sharing/kept-draft-dialog.tsx'
