import { Slot } from '@radix-ui/react-slot'
import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from '../lib/cn.ts'

const variants = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors duration-100 disabled:pointer-events-none disabled:opacity-45 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        primary: 'bg-ink text-on-ink hover:bg-ink/85',
        plain: 'border border-line bg-surface text-ink hover:bg-hover',
        ghost:
          'text-ink-2 hover:bg-hover hover:text-ink aria-pressed:bg-hover aria-pressed:text-ink aria-expanded:bg-hover aria-expanded:text-ink',
        danger: 'bg-danger text-on-ink hover:brightness-90',
        go: 'bg-do text-on-ink hover:brightness-90',
      },
      size: {
        small: 'h-7 px-2 text-xs',
        medium: 'h-8 px-3 text-[13px]',
        large: 'h-10 px-4 text-sm',
        icon: 'size-8',
        tiny: 'size-6',
      },
    },
    defaultVariants: { look: 'plain', size: 'medium' },
  },
)

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof variants> & { asChild?: boolean }

/** The one button. `asChild` gives its looks to a link. */
export function Button({ look, size, asChild, className, ...props }: ButtonProps) {
  const Element = asChild ? Slot : 'button'
  return <Element {...(asChild ? {} : { type: 'button' })} {...props} className={cn(variants({ look, size }), className)} />
}
