import type { Language } from '../text.ts'
import type { InputStep } from './scenario-step.ts'
import { shown } from './shown.ts'

/** A step in words that fit after a colon. */
export function stepWords(step: InputStep, locale: Language): string {
  const en = locale === 'en'
  if ('contact' in step) return en ? `the caller says ${shown(step.contact, locale)}` : `l’appelant dit ${shown(step.contact, locale)}`
  if ('keys' in step) return en ? `the keys ${step.keys}` : `les touches ${step.keys}`
  if ('silence' in step) return en ? 'the caller says nothing' : 'l’appelant ne dit rien'
  if ('hangUp' in step) return hangUpWords(step.hangUp, locale)
  if ('interrupt' in step)
    return en ? `an interruption after ${shown(step.interrupt, locale)}` : `une interruption après ${shown(step.interrupt, locale)}`
  if ('tool' in step) return en ? `${step.tool} answers` : `${step.tool} répond`
  if ('task' in step) return en ? `the task ${shown(step.task, locale)} finishes` : `la tâche ${shown(step.task, locale)} se termine`
  if ('transfer' in step) return en ? `the transfer ends (${step.transfer})` : `le transfert se termine (${step.transfer})`
  if ('event' in step) return en ? `this happens outside: ${step.event}` : `ceci se produit à l’extérieur : ${step.event}`
  if ('machine' in step) return en ? 'a machine answers' : 'un répondeur décroche'
  if ('timeUp' in step) return en ? 'the time is up' : 'le temps est écoulé'
  if ('providerFails' in step) return en ? `this fails: ${step.providerFails}` : `ceci échoue : ${step.providerFails}`
  if ('understood' in step) return en ? 'the words are understood' : 'les mots sont compris'
  return en ? 'a language model proposes something' : 'un modèle de langage propose quelque chose'
}

/** How a sentence about what came of a step begins; undefined: of the start of the call. */
export function afterWords(step: InputStep | undefined, locale: Language): string {
  if (!step) return locale === 'en' ? 'At the start' : 'Au début'
  if ('contact' in step) return locale === 'en' ? `After ${shown(step.contact, locale)}` : `Après ${shown(step.contact, locale)},`
  return locale === 'en' ? `After this (${stepWords(step, locale)})` : `Après ceci (${stepWords(step, locale)}),`
}

function hangUpWords(by: true | 'agent' | 'system', locale: Language): string {
  if (by === true) return locale === 'en' ? 'the caller hangs up' : 'l’appelant raccroche'
  return locale === 'en' ? `the line goes down (${by})` : `la ligne est coupée (${by})`
}
