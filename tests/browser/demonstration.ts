import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { startApp } from '../app.ts'
import { visit, type Visit } from './browser.ts'

/**
 * The demonstration on a port of its own while the stories of a file are told, and how somebody arrives at a page of it. `first` is asked for
 * beforehand: the first drawing takes a while on a busy machine; whoever comes after finds it.
 */
export function demonstration(browser: Browser | undefined, first?: string) {
  let app: Awaited<ReturnType<typeof startApp>>
  beforeAll(async () => {
    app = await startApp()
    if (first) await fetch(`${app.url}${first}`)
  })
  afterAll(async () => {
    await browser?.close()
    await app.stop()
  })
  return async (path: string, screen = {}): Promise<Visit> => {
    if (!browser) throw new Error('no browser')
    const visited = await visit(browser, app.url, screen)
    await visited.page.goto(path)
    return visited
  }
}
