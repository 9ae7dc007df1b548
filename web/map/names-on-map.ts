import type { MouseEvent, SyntheticEvent } from 'react'
import { cardId, to } from '../location.ts'

interface NameActs {
  /** A name is pressed. */
  onName: (id: string) => void
  /** A name is pointed at, or a meeting, or nothing any more. */
  onPoint: (ids: string[]) => void
}

const elementAt = ({ target }: SyntheticEvent, selector: string): Element | null =>
  target instanceof Element ? target.closest(selector) : null

/** Whose card a link leads to; what is a button leads there by its own word. */
function nameAt(event: SyntheticEvent): string | undefined {
  const link = elementAt(event, 'a:not(.button)')
  if (!(link instanceof HTMLAnchorElement) || link.origin !== window.location.origin) return undefined
  return link.pathname.startsWith(to.card('')) ? cardId(link.pathname) : undefined
}

/** The two of a meeting, where one is there; see web/meet. */
function twoAt(event: SyntheticEvent): string[] {
  const two = elementAt(event, '[data-two]')
  return two instanceof HTMLElement ? (JSON.parse(two.dataset.two ?? '[]') as string[]) : []
}

/** What has its names stay on the map: they are lit there, and chosen. */
export function namesOnMap({ onName, onPoint }: NameActs) {
  // One who is named beside the two is lit alone.
  const point = (event: SyntheticEvent): void => {
    const [name, two] = [nameAt(event), twoAt(event)]
    onPoint(name === undefined || two.includes(name) ? two : [name])
  }
  const leave = (): void => onPoint([])
  return {
    onClickCapture(event: MouseEvent): void {
      const id = nameAt(event)
      if (id === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      onName(id)
    },
    onPointerOver: point,
    onPointerLeave: leave,
    onFocus: point,
    onBlur: leave
  }
}
