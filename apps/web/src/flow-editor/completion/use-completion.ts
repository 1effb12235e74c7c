'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Asked } from './asked.ts'
import type { Offer } from './offers.ts'
import { rankOffers } from './rank-offers.ts'

type Box = HTMLTextAreaElement | HTMLInputElement

type CompletionOptions = {
  value: string
  onChange: (value: string) => void
  askedAt: (text: string, caret: number) => Asked | undefined
  offersFor: (asked: Asked) => readonly Offer[]
  take: (text: string, asked: Asked, insert: string) => { text: string; caret: number }
}

/** The list of offers under a text box: what it shows, and what keys and the mouse do in it. The box keeps focus, caret and composition. */
export function useCompletion<Element extends Box>({ value, onChange, askedAt, offersFor, take }: CompletionOptions) {
  const listId = useId()
  const box = useRef<Element>(null)
  const [asked, setAsked] = useState<Asked>()
  const [active, setActive] = useState(0)
  const offers = asked ? rankOffers(offersFor(asked), asked.words) : []
  const isOpen = offers.length > 0
  const chosen = Math.min(active, offers.length - 1)

  const close = () => setAsked(undefined)
  const ask = (text: string, caret: number) => {
    setActive(0)
    setAsked(askedAt(text, caret))
  }
  /** Puts a text in place of another as if it had been typed, with the caret where it goes on. */
  const write = (text: string, caret: number) => {
    // Who types on at once types there.
    flushSync(() => onChange(text))
    box.current?.focus()
    box.current?.setSelectionRange(caret, caret)
  }
  const choose = (offer: Offer) => {
    if (!asked) return
    const taken = take(value, asked, offer.insert)
    close()
    write(taken.text, taken.caret)
  }

  const onKeyDown = (event: KeyboardEvent<Element>) => {
    if (event.nativeEvent.isComposing) return
    const caret = event.currentTarget.selectionStart ?? value.length
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault()
      return ask(value, caret)
    }
    if (!isOpen) return
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    const offer = offers[chosen]
    if (step !== undefined) setActive((chosen + step + offers.length) % offers.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && offer) choose(offer)
    else if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else return
    event.preventDefault()
  }

  return {
    box,
    ask,
    write,
    list: { id: listId, offers, active: chosen, choose },
    /** For the box itself. */
    props: {
      ref: box,
      value,
      onChange: (event: { target: Element }) => {
        onChange(event.target.value)
        ask(event.target.value, event.target.selectionStart ?? event.target.value.length)
      },
      onKeyDown,
      onBlur: close,
      'aria-autocomplete': 'list' as const,
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen ? `${listId}-${chosen}` : undefined,
    },
    isOpen,
  }
}
