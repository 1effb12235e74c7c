'use client'

import { flushSync } from 'react-dom'
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
      // The dialog gives the keyboard back first, and the act is done before the next key comes: both are done from where the keyboard was.
      flushSync(onClose)
      command.run()
    },
  }))
  return <CommandMenu label={t.editor.commands} placeholder={t.editor.commandsPlaceholder} items={items} nothing={t.editor.findNothing} />
}
