import type Sigma from 'sigma'
import type { SigmaNodeEventPayload } from 'sigma/types'
import type { Ghost } from '../network/picture.ts'
import type { Camera } from './sight.ts'

/** What somebody does to the map. */
export interface Acts {
  /** `isMore`: beside what is chosen already. */
  onPick(entity: number, isMore: boolean): void
  /** Several at once, beside what is chosen already. */
  onPickAll(entities: number[]): void
  onOpen(entity: number): void
  onPickCommunity(community: number): void
  /** A suggested meeting, by its key. */
  onPickGhost(key: string): void
  /** A suggested meeting is pointed at, or none any more. */
  onPointGhost(key: string | undefined): void
  onEmpty(): void
  /** Once the camera rests where somebody moved it to. */
  onCamera(camera: Camera): void
}

/** A finger held so long on somebody means what Shift and a click do. */
const HELD_MS = 450

/** A finger covers so many pixels around where it is: half of a target that can be met. */
const FINGER = 22
/** A mouse is as near to a line that it means. */
const MOUSE = 6
const isTouch = ({ type }: MouseEvent | TouchEvent): boolean => type.startsWith('touch')

/** What the hands need to know of the map. */
interface Ground {
  /** Points at an entity, at two who should meet, or away. */
  point(entities: readonly number[]): void
  /** The suggested meeting drawn nearest to a place of the screen, not farther than this. */
  ghostAt(x: number, y: number, farthest: number): Ghost | undefined
  /** The community that is drawn at a place of the screen. */
  communityAt(x: number, y: number): { id: number; name: string } | undefined
  /** The entity shown nearest to a place of the screen, not farther than this. */
  entityNear(x: number, y: number, farthest: number): number | undefined
  /** The entities shown in a part of the screen. */
  entitiesWithin(left: number, top: number, right: number, bottom: number): number[]
}

/** Tells what hands do to the map: pointing, choosing one or several, opening, drawing a frame around many. */
export function listenToHands(sigma: Sigma, acts: Acts, ground: Ground): void {
  const container = sigma.getContainer()
  let downAt = 0
  sigma.on('enterNode', ({ node }) => {
    ground.point([Number(node)])
    container.style.cursor = 'pointer'
  })
  sigma.on('leaveNode', () => {
    ground.point([])
    container.style.cursor = ''
  })
  listenForGhosts(sigma, acts, ground)
  const noteDown = (): void => {
    downAt = performance.now()
  }
  const isHeld = (): boolean => performance.now() - downAt >= HELD_MS
  // Names of communities are cut where there is no room: the whole one is told to who stays on it.
  sigma.on('moveBody', ({ event: { x, y } }) => {
    container.title = ground.communityAt(x, y)?.name ?? ''
  })
  sigma.on('downNode', noteDown)
  sigma.on('downStage', noteDown)
  sigma.on('clickNode', ({ node, event: { original } }: SigmaNodeEventPayload) => {
    acts.onPick(Number(node), (isTouch(original) && isHeld()) || original.shiftKey || original.ctrlKey || original.metaKey)
  })
  sigma.on('doubleClickNode', (payload) => {
    payload.preventSigmaDefault()
    acts.onOpen(Number(payload.node))
  })
  const frame = listenForFrame(sigma, (box) => acts.onPickAll(ground.entitiesWithin(...box)))
  sigma.on('clickStage', ({ event }) => {
    // The end of a frame is no click beside everything.
    if (frame.hasJustEnded()) return
    const near = isTouch(event.original) ? ground.entityNear(event.x, event.y, FINGER) : undefined
    if (near !== undefined) return acts.onPick(near, isHeld())
    const ghost = ground.ghostAt(event.x, event.y, isTouch(event.original) ? FINGER / 2 : MOUSE)
    if (ghost) return acts.onPickGhost(ghost.key)
    const community = ground.communityAt(event.x, event.y)
    if (community) acts.onPickCommunity(community.id)
    else acts.onEmpty()
  })
}

/** Tells of the suggested meeting that is pointed at, beside the pointer. */
function listenForGhosts(sigma: Sigma, acts: Acts, ground: Ground): void {
  const container = sigma.getContainer()
  let isOnNode = false
  let pointed: Ghost | undefined
  let label: HTMLElement | undefined
  const point = (ghost: Ghost | undefined, x = 0, y = 0): void => {
    if (ghost?.key !== pointed?.key) {
      label?.remove()
      label = ghost && container.appendChild(labelOf(ghost))
      if (ghost || !isOnNode) ground.point(ghost ? [ghost.from, ghost.to] : [])
      if (!isOnNode) container.style.cursor = ghost ? 'pointer' : ''
      acts.onPointGhost(ghost?.key)
      pointed = ghost
    }
    // On the side where there is room for it.
    if (label) {
      const isLate = x > container.clientWidth / 2
      Object.assign(label.style, { left: `${x + (isLate ? -14 : 14)}px`, top: `${y + 14}px`, translate: isLate ? '-100%' : '' })
    }
  }
  sigma.on('enterNode', () => {
    isOnNode = true
    point(undefined)
  })
  sigma.on('leaveNode', () => {
    isOnNode = false
  })
  sigma.on('moveBody', ({ event: { x, y, original } }) => {
    // A finger presses what a mouse points at.
    const isOver = !isTouch(original) && original.target instanceof Node && container.contains(original.target)
    point(isOnNode || !isOver ? undefined : ground.ghostAt(x, y, MOUSE), x, y)
  })
  sigma.on('leaveStage', () => point(undefined))
}

function labelOf({ told }: Ghost): HTMLElement {
  const label = document.createElement('div')
  label.className = 'graph-told'
  const [names = '', why = ''] = told.split('\n')
  label.append(Object.assign(document.createElement('strong'), { textContent: names }), document.createTextNode(why))
  return label
}

type Box = [left: number, top: number, right: number, bottom: number]

/** Draws a frame while Shift is held and the mouse drawn over the ground, and tells what it holds. */
function listenForFrame(sigma: Sigma, onFrame: (box: Box) => void): { hasJustEnded: () => boolean } {
  const container = sigma.getContainer()
  let start: { x: number; y: number } | undefined
  let drawn: HTMLElement | undefined
  let endedAt = Number.NEGATIVE_INFINITY
  const boxTo = ({ x, y }: { x: number; y: number }, from: { x: number; y: number }): Box => [
    Math.min(x, from.x),
    Math.min(y, from.y),
    Math.max(x, from.x),
    Math.max(y, from.y)
  ]
  sigma.on('downStage', ({ event }) => {
    if (event.original.shiftKey && event.original.type === 'mousedown') start = { x: event.x, y: event.y }
  })
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!start) return
    preventSigmaDefault()
    event.original.preventDefault()
    if (!drawn) {
      drawn = document.createElement('div')
      drawn.className = 'graph-frame'
      container.append(drawn)
    }
    const [left, top, right, bottom] = boxTo(event, start)
    Object.assign(drawn.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` })
  })
  const end = ({ event }: { event: { x: number; y: number } }): void => {
    if (start && drawn) {
      endedAt = performance.now()
      onFrame(boxTo(event, start))
    }
    drawn?.remove()
    start = drawn = undefined
  }
  sigma.on('upStage', end)
  sigma.on('upNode', end)
  return { hasJustEnded: () => performance.now() - endedAt < 100 }
}
