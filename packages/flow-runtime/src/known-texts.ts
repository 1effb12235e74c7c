import type { Flow } from './flow.ts'
import { subflowOf } from './interpreter/place.ts'
import { nodeTypeOf } from './node-type-of.ts'
import { fixedTexts } from './nodes/fixed-texts.ts'
import { tidyText } from './spoken-forms/tidy-text.ts'
import type { Language } from './text.ts'
import { isFixedText } from './text-template.ts'

/** Every text the flow and its subflows can speak in a language whose words are fixed, each once: to be synthesised before any call. */
export function knownTexts(flow: Flow, language: Language): string[] {
  const { failureLine, waitingLine, resumeLine, timeLimitLine } = flow.settings
  const flows = [flow, ...Object.keys(flow.subflows).flatMap((key) => subflowOf(flow, key) ?? [])]
  const spoken = flows.flatMap((one) => one.nodes.flatMap((node) => nodeTypeOf(node).speaks(node.data, one, language)))
  const texts = [...spoken, ...fixedTexts(flow, language, failureLine, waitingLine, resumeLine, timeLimitLine)]
  return [...new Set(texts.filter(isFixedText).map((text) => tidyText(text, language)))].filter((text) => text !== '')
}
