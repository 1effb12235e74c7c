'use client'

import { useText } from '../i18n/text-provider.tsx'

const stepPx = 24

/** The drawer's upper edge: dragged, or moved with the arrow keys. */
export function DrawerHandle({ height, onResize }: { height: number; onResize: (height: number) => void }) {
  const t = useText()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator one can move has no element of its own
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t.testCall.height}
      aria-valuenow={height}
      className="absolute inset-x-0 -top-1 z-10 h-2 cursor-row-resize hover:bg-ink/10"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onResize(window.innerHeight - event.clientY)
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') onResize(height + stepPx)
        if (event.key === 'ArrowDown') onResize(height - stepPx)
      }}
    />
  )
}
