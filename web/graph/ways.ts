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
    pen.globalAlpha = rank === 0 ? 1 : 0.55
    pen.lineWidth = rank === 0 ? 4 : 2
    pen.setLineDash(rank === 0 ? [] : [6, 6])
    pen.beginPath()
    let left = grown * (spots.length - 1)
    for (const [index, spot] of spots.entries()) {
      if (index === 0) {
        pen.moveTo(spot.x, spot.y)
        continue
      }
      if (left <= 0) break
      const from = spots[index - 1] as Spot
      const share = Math.min(1, left)
      pen.lineTo(from.x + (spot.x - from.x) * share, from.y + (spot.y - from.y) * share)
      left--
    }
    pen.stroke()
  }
  pen.setLineDash([])
  pen.globalAlpha = 1
}
