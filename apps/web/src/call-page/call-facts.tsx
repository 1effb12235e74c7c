'use client'

import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { clock, dateTime } from '../lib/time-words.ts'
import { variableTitle } from '../lib/variable-title.ts'
import { answeredBy } from './answered-by.ts'
import { nodeTitle } from './node-title.ts'
import type { ReadCall } from './read-call-type.ts'
import type { Timeline } from './read-timeline.ts'

/** The column beside the transcript: facts, what was booked, variables, and the way through the flow. */
export function CallFacts({ data, timeline }: { data: ReadCall; timeline: Timeline }) {
  const t = usePageText()
  const locale = useLocale()
  const { call, flow, appointments, line } = data
  const seconds = call.endedAt ? (Number(call.endedAt) - Number(call.answeredAt ?? call.startedAt)) / 1000 : undefined
  const answerer = answeredBy(data.entries, t, locale)
  const variables = Object.entries(timeline.variables)
  return (
    <aside className="flex flex-col gap-6">
      <Facts title={t.callPage.facts}>
        <Fact name={t.callPage.started} value={dateTime(call.startedAt, locale)} />
        {seconds !== undefined && <Fact name={t.callPage.duration} value={clock(seconds)} />}
        <Fact name={t.callPage.channel} value={t.callPage.channels[call.channel]} />
        {line && <Fact name={t.dialling.line} value={t.dialling[line.direction]} />}
        {line && <Fact name={t.dialling.ourNumber} value={line.ourNumber} />}
        {line?.theirNumber && <Fact name={t.dialling.theirNumber} value={line.theirNumber} />}
        {answerer && <Fact name={t.callPage.answeredBy} value={answerer.who} />}
        {answerer?.why && <Fact name={answerer.why} value="" />}
        {timeline.medianGapMs !== undefined && <Fact name={t.callPage.gap} value={`${Math.round(timeline.medianGapMs)} ms`} />}
      </Facts>
      {appointments.map((appointment) => (
        <section key={appointment.id} data-testid="appointment" className="rounded-lg border border-do/40 bg-do-soft p-3">
          <h2 className="font-semibold text-do text-xs">{t.callPage.appointment}</h2>
          <p className="mt-1">
            {t.callPage.appointmentWhen(appointment.service, zoned(appointment.startsAt, flow?.settings.timeZone, locale))}
          </p>
        </section>
      ))}
      <Facts title={t.callPage.variables}>
        {variables.length === 0 && <Fact name={t.callPage.noVariables} value="" />}
        {variables.map(([name, value]) => (
          <Fact
            key={name}
            name={variableTitle(flow, name)}
            value={typeof value === 'string' ? value : value === null ? '–' : JSON.stringify(value)}
          />
        ))}
      </Facts>
      <section>
        <h2 className="mb-2 font-semibold text-xs">{t.callPage.path}</h2>
        <ol data-testid="path" className="flex flex-col gap-1 border-line border-l pl-3">
          {timeline.path.map((nodeId, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a node can stand on the path twice
            <li key={index} className="text-ink-2">
              {nodeTitle(flow, nodeId, locale)}
            </li>
          ))}
        </ol>
      </section>
    </aside>
  )
}

function Facts({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 font-semibold text-xs">{title}</h2>
      <dl className="flex flex-col gap-1.5">{children}</dl>
    </section>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink-3">{name}</dt>
      <dd className="break-words text-right font-medium">{value}</dd>
    </div>
  )
}

const zoned = (at: Date, timeZone: string | undefined, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at)
