import type { Browser, Page } from 'playwright-core'

/** A task of a page's main thread, in milliseconds: all of it, and what it worked itself, without what it waited for a core or a drawing. */
export interface Task {
  took: number
  worked: number
}

interface Event {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  /** Of that, the time of the thread's processor. */
  tdur?: number
  args?: { name?: string }
}

const TASK = 'ThreadControllerImpl::RunTask'
/** Follows a page while work is done to it; gives the tasks that its main thread ran meanwhile. */
export async function tasksDuring(browser: Browser, page: Page, work: () => Promise<void>): Promise<Task[]> {
  await browser.startTracing(page, { categories: ['-*', 'toplevel', '__metadata'] })
  await work().catch(async (error) => {
    await browser.stopTracing()
    throw error
  })
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] }
  const threadOf = ({ pid, tid }: Event): string => `${pid} ${tid}`
  const mains = new Set(traceEvents.filter(({ ph, args }) => ph === 'M' && args?.name === 'CrRendererMain').map(threadOf))
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name === TASK && mains.has(threadOf(event)))
    .map(({ dur = 0, tdur = dur }) => ({ took: dur / 1000, worked: tdur / 1000 }))
}
