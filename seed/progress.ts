import type { Progress } from './task.ts'

const BAR = 30
/** How often plain lines are written where there is no terminal. */
const LINE_EVERY_MS = 5_000
const DRAW_EVERY_MS = 100

/** Shows how far long work is: a bar in a terminal, a plain line now and then elsewhere. */
export function showProgress(): { show(progress: Progress): void; end(): void } {
  const { stderr } = process
  let shown = Date.now()
  let drawn = false
  const show = ({ phase, done, total }: Progress): void => {
    const now = Date.now()
    if (now - shown < (stderr.isTTY ? DRAW_EVERY_MS : LINE_EVERY_MS)) return
    shown = now
    const share = total > 0 ? Math.min(1, done / total) : 0
    const percent = `${Math.round(share * 100)} %`
    if (stderr.isTTY) stderr.write(`\r\u001b[K${phase} ${'█'.repeat(Math.round(share * BAR)).padEnd(BAR, '░')} ${percent}`)
    else stderr.write(`${phase}: ${percent}\n`)
    drawn = true
  }
  const end = (): void => {
    if (drawn && stderr.isTTY) stderr.write('\r\u001b[K')
  }
  return { show, end }
}
