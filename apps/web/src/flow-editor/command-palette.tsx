'use client'

import { useText } from '../i18n/text-provider.tsx'
import { CommandMenu } from '../ui/command-menu.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useCommands } from './use-commands.ts'

type CommandPaletteProps = { open: boolean; onClose: () => void; onPublish: () => void; onTest: () => void }

/** Everything the editor can do, by typing. */
export function CommandPalette(props: CommandPaletteProps) {
  const t = useText()
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t.editor.commands} testId="command-palette" className="mt-[12vh] w-[560px]">
      <CommandList {...props} />
    </Dialog>
  )
}

function CommandList({ onClose, onPublish, onTest }: CommandPaletteProps) {
  const t = useText()
  const items = useCommands({ onPublish, onTest }).map((command) => ({
    ...command,
    run() {
      onClose()
      // The dialog gives the keyboard back first: what the act does next is done on the canvas.
      requestAnimationFrame(() => command.run())
    },
  }))
  return <CommandMenu label={t.editor.commands} placeholder={t.editor.commandsPlaceholder} items={items} nothing={t.editor.findNothing} />
}
