import { types } from '#contract/vocabulary/kinds.ts'
import { looks } from '../ui/kinds.ts'

/** Cells a side of the sheet of forms, and pixels a side of a cell. */
export const SIDE = 4
const CELL = 128
/** The square that forms are drawn in, and how much of a cell it takes; the rest keeps neighbours apart. */
const BOX = 48
export const FILLED = 0.8

/**
 * The forms of all kinds side by side, as a texture: red where the form is, its rim in the ground's colour included; green where it has the
 * colour of its group. The same forms as on the tiles, so that the map is read like the rest.
 */
export function sheetOfForms(): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE * CELL
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  const scale = (CELL * FILLED) / BOX
  pen.fillStyle = '#000000'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.globalCompositeOperation = 'lighter'
  pen.lineJoin = 'round'
  for (const [place, type] of types.entries()) {
    const { form, open } = looks[type]
    const path = new Path2D(form)
    const margin = (CELL * (1 - FILLED)) / 2
    pen.setTransform(scale, 0, 0, scale, (place % SIDE) * CELL + margin, Math.floor(place / SIDE) * CELL + margin)
    pen.fillStyle = pen.strokeStyle = '#ff0000'
    pen.lineWidth = 7
    pen.fill(path)
    pen.stroke(path)
    pen.fillStyle = pen.strokeStyle = '#00ff00'
    if (open) {
      pen.save()
      pen.clip(path)
      pen.lineWidth = 18
      pen.stroke(path)
      pen.restore()
    } else pen.fill(path)
  }
  return canvas
}
