import { isOver, laterStatus } from '@parley/carriers/call-status'
import { condition, setHandler } from '@temporalio/workflow'
import type { ConductResult, LineNews } from '../contract.ts'
import { lineStatusSignal, mediaArrivedSignal } from './call-messages.ts'
import { isLineNews } from './checks.ts'

/** What a workflow knows of a telephone line of its call. */
export type CallLine = ReturnType<typeof createLine>

/** Listens from now on to the carrier's news, and to the processes in which the line's sockets arrive. `onColleague`: hears of colleagues' lines. */
export function listenToLine(onColleague: (lineId: string, news: LineNews) => void): CallLine {
  const line = createLine()
  setHandler(mediaArrivedSignal, (input) => {
    if (typeof input?.taskQueue === 'string') line.arrive(input.taskQueue)
  })
  setHandler(lineStatusSignal, (news) => {
    if (!isLineNews(news)) return
    if (news.lineId === undefined) line.tell(news)
    else onColleague(news.lineId, news)
  })
  return line
}

/** A line of which nothing is known yet. */
export function createLine() {
  const arrivals: string[] = []
  let news: LineNews | undefined
  const hasEnded = () => news !== undefined && isOver(news.status)
  const isAnswered = () => arrivals.length > 0 || news?.status === 'in-progress'

  return {
    arrive: (taskQueue: string) => void arrivals.push(taskQueue),
    tell(told: LineNews) {
      // Carriers' messages overtake each other: late ones never lead back.
      if (laterStatus(news?.status, told.status) === news?.status) return
      news = told
    },
    isOver: hasEnded,
    /** The carrier, or the line itself, has said something. */
    isKnown: () => news !== undefined || arrivals.length > 0,
    /** The queue of the process in which the line is; undefined when it did not come in time, or has ended before. */
    async arrival(withinMs: number): Promise<string | undefined> {
      await condition(() => arrivals.length > 0 || hasEnded(), withinMs)
      return arrivals.splice(0).at(-1)
    },
    isAnswered,
    /** Until the line is answered, has ended or has come; false when it was none of it in time. */
    settled: (withinMs: number) => condition(() => isAnswered() || hasEnded(), withinMs),
    /** How a call ends whose line did not come to a conversation. */
    end(durationMs: number): ConductResult {
      switch (news?.status) {
        case 'busy':
          return { outcome: 'busy', durationMs }
        case 'failed':
          return { outcome: 'failed', failureCode: news.code ?? 'CARRIER_FAILED', durationMs }
        case 'completed':
          return { outcome: 'hungUp', durationMs }
        case 'in-progress':
          return { outcome: 'failed', failureCode: 'LINE_NOT_CONNECTED', durationMs }
        default:
          return { outcome: 'noAnswer', durationMs }
      }
    },
  }
}
