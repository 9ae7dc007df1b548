import type { Spot } from './names.ts'
import type { Stage } from './stage.ts'

/** Draws the ways found: the strongest in full, the others thin and broken, through everybody they go by. `grown` is how much of each is there. */
export function drawWays(pen: CanvasRenderingContext2D, stage: Stage, spotOf: (entity: number) => Spot, grown: number): void {
  const { ways } = stage.picture
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.strokeStyle = stage.palette.flame
  for (const [rank, way] of [...ways.entries()].reverse()) {
    const spots = way.map(spotOf)
    pen.globalAlpha = rank === 0 ? 1 : 0.6
    pen.lineWidth = rank === 0 ? 4 : 2
    pen.setLineDash(rank === 0 ? [] : [6, 6])
    pen.beginPath()
    let left = grown * (spots.length - 1)
    for (const [index, to] of spots.slice(1).entries()) {
      if (left <= 0) break
      drawLeg(pen, spots[index] as Spot, to, Math.min(1, left))
      left--
    }
    pen.stroke()
  }
  pen.setLineDash([])
  pen.globalAlpha = 1
}

/** From the rim of one form to that of the next: over everybody who is dimmed, under nobody who is on the way. */
function drawLeg(pen: CanvasRenderingContext2D, from: Spot, to: Spot, share: number): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  const [start, end] = [from.radius + 3, length - to.radius - 3]
  if (end <= start) return
  const at = (far: number): [number, number] => [from.x + (dx / length) * far, from.y + (dy / length) * far]
  pen.moveTo(...at(start))
  pen.lineTo(...at(start + (end - start) * share))
}
