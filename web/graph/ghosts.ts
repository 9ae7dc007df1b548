import type { Ghost } from '../network/picture.ts'
import type { Spot } from './names.ts'
import type { Stage } from './stage.ts'

/** How far a suggested meeting bends, of its length: ties and ways are straighter. */
const BEND = 0.14
const PIECES = 24
export const GHOST_DASH = [3, 7]

type Point = [x: number, y: number]

/** From the rim of one form to that of the other, as points along a bow. */
export function bow(from: Spot, to: Spot): Point[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  const [bendX, bendY] = [(from.x + to.x) / 2 - dy * BEND, (from.y + to.y) / 2 + dx * BEND]
  const [first, last] = [(from.radius + 3) / length, 1 - (to.radius + 3) / length]
  if (!(last > first)) return []
  return Array.from({ length: PIECES + 1 }, (_, piece): Point => {
    const t = first + ((last - first) * piece) / PIECES
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return [a * from.x + b * bendX + c * to.x, a * from.y + b * bendY + c * to.y]
  })
}

/** Whether these are the two of a suggested meeting. */
export const isOf = ({ from, to }: Ghost, entities: readonly number[]): boolean =>
  entities.length === 2 && entities.includes(from) && entities.includes(to)

/** Whom the first of these should meet. */
export const metBy = (ghosts: readonly Ghost[], [one]: readonly number[]): number[] =>
  ghosts.flatMap(({ from, to }) => (from === one ? [to] : to === one ? [from] : []))

/**
 * Draws suggested meetings as a broken flame between two: above ties, below names. One that is looked at is bold, the others give way.
 * `breath`: 0 to 1, what has been breathed of the one breath that they are met with; `width`: of their line, in pixels.
 */
export function drawGhosts(
  pen: CanvasRenderingContext2D,
  stage: Stage,
  looked: readonly number[],
  spotOf: (entity: number) => Spot,
  breath: number,
  width: number
): void {
  const { picture, palette, isFar, dim } = stage
  if (isFar) return
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.setLineDash(GHOST_DASH)
  for (const ghost of picture.ghosts) {
    const isLooked = isOf(ghost, looked)
    const isAround = looked.length === 1 && (looked[0] === ghost.from || looked[0] === ghost.to)
    const rest = isLooked || isAround ? 1 : 0.95 - 0.6 * dim
    const path = new Path2D()
    for (const [piece, point] of bow(spotOf(ghost.from), spotOf(ghost.to)).entries())
      if (piece === 0) path.moveTo(...point)
      else path.lineTo(...point)
    // A rim of the ground parts it from the ties it crosses.
    pen.strokeStyle = palette.paper
    pen.lineWidth = (isLooked ? width + 1 : width) + 2.5
    pen.globalAlpha = 0.75 * rest
    pen.stroke(path)
    pen.strokeStyle = palette.flame
    pen.lineWidth = (isLooked ? width + 1 : width) + 2 * Math.sin(Math.PI * breath)
    pen.globalAlpha = rest
    pen.stroke(path)
  }
  pen.setLineDash([])
  pen.globalAlpha = 1
}

/** The suggested meeting at a place of the screen: of several, the nearest. */
export function ghostAt(
  { picture, isFar }: Pick<Stage, 'picture' | 'isFar'>,
  spotOf: (entity: number) => Spot,
  [x, y]: Point,
  farthest: number
): Ghost | undefined {
  let [nearest, least]: [Ghost | undefined, number] = [undefined, farthest]
  for (const ghost of isFar ? [] : picture.ghosts) {
    const points = bow(spotOf(ghost.from), spotOf(ghost.to))
    for (const [piece, end] of points.slice(1).entries()) {
      const far = distanceTo(points[piece] as Point, end, [x, y])
      if (far < least) [nearest, least] = [ghost, far]
    }
  }
  return nearest
}

/** How far a point is from a piece of a line. */
function distanceTo([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(ax + along * dx - x, ay + along * dy - y)
}
