/** What no client can use, in turn: JSON that ends too early, JSON of the wrong types, bytes. */
export function garbage(): () => string | Uint8Array {
  const kinds = [
    '{"type":"Results","channel":{"alternatives":[',
    '{"type":"Results","is_final":"perhaps","channel":42,"event":[],"audio":7,"audio_base64":false,"alignment":"none"}\n',
    Uint8Array.of(0, 255, 13, 10, 0, 128, 1),
  ]
  let next = 0
  return () => kinds[next++ % kinds.length] ?? ''
}
