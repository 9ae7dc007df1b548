/** What a page is watched for, from before its first script on; times in milliseconds from the start of its navigation. */
interface Watched {
  /** When the map was drawn, and when the frame that it is in was shown. */
  drawn?: number
  shown?: number
  /** Tasks that held the page for 50 ms or more. */
  held: { start: number; took: number }[]
  /** When the pointer last moved, or a key was pressed. */
  acted?: number
  /** An answer that is waited for. */
  answer?: Promise<number>
  /** Told the moment the first frame that is drawn from now on is shown. */
  nextFrame(): Promise<number>
}

declare global {
  interface Window {
    watched: Watched
  }
}

/** Runs in the page, and must hold all it needs. */
export function watch(): void {
  const told = new Map<string, (shown: number) => void>()
  let marks = 0

  /** When the frame that is made ready now is shown: the browser tells it of a text that is in no frame before. */
  const shownWith = (): Promise<number> =>
    new Promise((resolve) => {
      const name = `frame ${++marks}`
      const text = document.createElement('p')
      text.textContent = '·'
      text.setAttribute('elementtiming', name)
      text.style.cssText = `position:fixed;left:${marks % 40}px;top:0;margin:0;z-index:99;pointer-events:none`
      document.body.append(text)
      told.set(name, (shown) => {
        text.remove()
        resolve(shown)
      })
    })

  const watched: Watched = {
    held: [],
    nextFrame: () =>
      new Promise((resolve) => {
        waiting = resolve
      })
  }
  window.watched = watched

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { identifier: string; renderTime: number })[]) {
      told.get(entry.identifier)?.(entry.renderTime)
      told.delete(entry.identifier)
    }
  }).observe({ type: 'element', buffered: true })

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watched.held.push({ start: startTime, took: duration })
  }).observe({ type: 'longtask', buffered: true })

  for (const act of ['mousemove', 'keydown'])
    window.addEventListener(
      act,
      ({ timeStamp }) => {
        watched.acted = timeStamp
      },
      true
    )

  const mark = performance.mark.bind(performance)
  performance.mark = (name, options) => {
    if (name === 'map drawn' && watched.drawn === undefined) {
      watched.drawn = performance.now()
      void shownWith().then((shown) => {
        watched.shown = shown
      })
    }
    return mark(name, options)
  }

  // The first thing drawn is in the next frame, as all is that is drawn with it.
  let waiting: ((shown: number) => void) | undefined
  const noteDrawing = (): void => {
    if (!waiting) return
    void shownWith().then(waiting)
    waiting = undefined
  }
  const { drawArrays, drawArraysInstanced } = WebGL2RenderingContext.prototype
  WebGL2RenderingContext.prototype.drawArrays = function (...asked) {
    noteDrawing()
    drawArrays.apply(this, asked)
  }
  WebGL2RenderingContext.prototype.drawArraysInstanced = function (...asked) {
    noteDrawing()
    drawArraysInstanced.apply(this, asked)
  }
}
