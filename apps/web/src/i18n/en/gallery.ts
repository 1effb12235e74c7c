export const gallery = {
  find: 'Find a template',
  noMatch: (text: string) => `No template is about “${text}”. Start from an empty flow, or search for something else.`,
  play: (name: string) => `Hear how ${name} begins`,
  scenarios: (n: number) => `${n} ${n === 1 ? 'scenario' : 'scenarios'}`,
}
