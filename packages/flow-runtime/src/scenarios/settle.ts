import type { Effect, EffectOf } from '../effects.ts'
import type { CallEvent } from '../events.ts'
import type { Generated } from '../generation.ts'
import type { Understanding, UnderstandRequest } from '../understanding.ts'
import type { Json } from '../variables.ts'
import type { PlayedCall } from './played-call.ts'

export type ToolAnswer = { outcome: 'ok' | 'error' | 'timeout'; result: Json }
type TransferOutcome = Extract<CallEvent, { type: 'transferFinished' }>['outcome']
type OrLater<T> = T | Promise<T>

/** The world around a played call, as far as it answers by itself. undefined: somebody else has to. */
export type World = {
  understand: (request: UnderstandRequest) => OrLater<Understanding>
  tool?: (effect: EffectOf<'callTool'>) => OrLater<ToolAnswer | undefined>
  generate?: (effect: EffectOf<'generate'>) => OrLater<Generated | undefined>
  transfer?: (effect: EffectOf<'transfer'>) => OrLater<TransferOutcome | undefined>
}

/** Answers in a row without the caller, at most: a flow that talks to itself for longer never listens. */
const mostAnswers = 1500
const thinkingMs = 200

/**
 * Lets the world answer until the call waits for the caller, for something the world leaves open, or for an effect to stop at:
 * speeches are heard to their end, words understood, pauses pass, the line goes down when it is hung up. False: it would never end.
 */
export async function settle(call: PlayedCall, world: World, stopAt: (effect: Effect) => boolean): Promise<boolean> {
  for (let answers = 0; answers < mostAnswers; answers += 1) {
    if (!(await answerOne(call, world, stopAt))) return true
  }
  return false
}

async function answerOne(call: PlayedCall, world: World, stopAt: (effect: Effect) => boolean): Promise<boolean> {
  const { awaiting, status } = call.state()
  if (status === 'ended') return false
  for (const effect of awaiting) {
    if (stopAt(effect)) return false
    if (await answered(call, world, effect)) return true
  }
  return false
}

async function answered(call: PlayedCall, world: World, effect: Effect): Promise<boolean> {
  const { id: effectId } = effect
  switch (effect.type) {
    case 'say':
      call.tell({ type: 'speechFinished', effectId, completed: true, heard: effect.text }, speechMs(effect.text))
      return true
    case 'understand': {
      const result = await world.understand(effect.request)
      call.tell({ type: 'understood', effectId, result: { ...result, tookMs: 0 } }, thinkingMs)
      return true
    }
    case 'wait':
      call.tell({ type: 'waitFinished', effectId }, effect.ms)
      return true
    case 'hangUp':
      call.tell({ type: 'hungUp', by: 'agent' }, thinkingMs)
      return true
    case 'callTool': {
      const answer = await world.tool?.(effect)
      if (answer) call.tell({ type: 'toolFinished', effectId, ...answer }, thinkingMs)
      return answer !== undefined
    }
    case 'generate': {
      const result = await world.generate?.(effect)
      if (result) call.tell({ type: 'generated', effectId, result: { ...result, tookMs: 0 } }, thinkingMs)
      return result !== undefined
    }
    case 'transfer': {
      const outcome = await world.transfer?.(effect)
      if (outcome) call.tell({ type: 'transferFinished', effectId, outcome }, thinkingMs)
      return outcome !== undefined
    }
    default:
      return false
  }
}

/** About how long a text takes to say, with a breath before it. */
const speechMs = (text: string) => 500 + text.length * 60
