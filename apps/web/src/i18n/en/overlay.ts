export const overlay = {
  changes: { added: 'Added', changed: 'Changed' },
  calls: (count: number) => (count === 1 ? '1 call' : `${count} calls`),
  covered: 'Covered by a scenario',
  notCovered: 'No scenario comes this way',
  share: (percent: string) => `${percent} of those who came here`,
  ended: (percent: string) => `${percent} ended the call here`,
}
