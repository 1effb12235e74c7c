import { useId } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import type { ReadTimes } from './read-times.ts'
import { channels, periods, type WantedTimes } from './wanted.ts'

type FilterProps = { wanted: WantedTimes; groups: ReadTimes['groups']; onWant: (change: Partial<WantedTimes>) => void }

/** Period, flow and channel. Flows and channels are those that had answers in the period, and the chosen one. */
export function WantedFilters({ wanted, groups, onWant }: FilterProps) {
  const t = usePageText()
  const [flowId, channelId] = [useId(), useId()]
  const flows = new Map(groups.map((group) => [group.flowId, group.flowName]))
  if (wanted.flow && !flows.has(wanted.flow)) flows.set(wanted.flow, t.responseTimes.thisFlow)
  const shown = channels.filter((name) => name === wanted.channel || groups.some(({ channel }) => channel === name))
  return (
    <div className="flex flex-wrap items-center gap-2">
      <fieldset className="flex gap-1" aria-label={t.responseTimes.period}>
        {periods.map((period) => (
          <Button key={period} look="ghost" size="small" aria-pressed={wanted.period === period} onClick={() => onWant({ period })}>
            {t.responseTimes.periods[period]}
          </Button>
        ))}
      </fieldset>
      <label htmlFor={flowId} className="sr-only">
        {t.calls.flow}
      </label>
      <Select id={flowId} className="w-44" value={wanted.flow ?? ''} onChange={({ target }) => onWant({ flow: target.value || undefined })}>
        <option value="">{t.responseTimes.allFlows}</option>
        {[...flows].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <label htmlFor={channelId} className="sr-only">
        {t.callPage.channel}
      </label>
      <Select
        id={channelId}
        className="w-36"
        value={wanted.channel ?? ''}
        onChange={({ target }) => onWant({ channel: channels.find((name) => name === target.value) })}
      >
        <option value="">{t.responseTimes.allChannels}</option>
        {shown.map((name) => (
          <option key={name} value={name}>
            {t.callPage.channels[name]}
          </option>
        ))}
      </Select>
    </div>
  )
}
