import type { Face, Ink, Measure, Shape, Sheet, Words } from './shapes.ts'

const faces: Record<Face, string> = {
  display: '"Bricolage Grotesque", "Bricolage Stand-in", sans-serif',
  text: '"Instrument Sans", "Instrument Stand-in", sans-serif'
}

const fontOf = ({ size, weight, face }: Pick<Words, 'size' | 'weight' | 'face'>): string => `${weight} ${size}px ${faces[face]}`

type Pen = CanvasRenderingContext2D

function penOf(width: number, height: number): Pen {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('This browser has no canvas to draw on.')
  return pen
}

/** Measures texts in the faces of the page, which must be here. */
export async function measureHere(): Promise<Measure> {
  await Promise.all([document.fonts.load(`650 20px ${faces.display}`), document.fonts.load(`500 14px ${faces.text}`)])
  return measureNow()
}

/** The same, with the faces that are here already. */
export function measureNow(): Measure {
  const pen = penOf(1, 1)
  return (text, hand) => {
    pen.font = fontOf(hand)
    return pen.measureText(text).width
  }
}

/** Pixels of the image for each of the sheet: an A4 is printed at more than 300 to the inch, and an A3 at more than 200. */
const DENSITY = 2.6

/** A sheet as a PNG. */
export async function pngOf(sheet: Sheet): Promise<Blob> {
  const pen = penOf(Math.round(sheet.width * DENSITY), Math.round(sheet.height * DENSITY))
  pen.scale(DENSITY, DENSITY)
  pen.lineJoin = 'round'
  for (const shape of sheet.shapes) paint(pen, shape, {})
  const blob = await new Promise<Blob | null>((resolve) => pen.canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('The image is too large for this browser.')
  return blob
}

function paint(pen: Pen, shape: Shape, inherited: Ink): void {
  const ink: Ink = { ...inherited, ...shape }
  pen.save()
  pen.globalAlpha = ink.alpha ?? 1
  switch (shape.is) {
    case 'group': {
      const { clip } = shape
      if (clip) {
        pen.beginPath()
        pen.rect(clip.left, clip.top, clip.width, clip.height)
        pen.clip()
      }
      const { fill, stroke, width, dash, alpha, isRim } = ink
      for (const one of shape.shapes) paint(pen, one, { fill, stroke, width, dash, alpha, isRim })
      break
    }
    case 'words':
      inked(pen, ink, written(pen, shape))
      break
    case 'path':
      if (shape.at) {
        pen.translate(shape.at.x, shape.at.y)
        pen.scale(shape.at.scale, shape.at.scale)
      }
      inked(pen, ink, along(pen, new Path2D(shape.d)))
      break
    case 'disc': {
      const path = new Path2D()
      path.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI)
      inked(pen, ink, along(pen, path))
      break
    }
  }
  pen.restore()
}

/** Fills and draws in the order that an ink has it: where it is left out, as SVG does, in black. */
function inked(pen: Pen, { fill = '#000000', stroke, width = 1, dash, isRim }: Ink, acts: { fill(): void; stroke(): void }): void {
  const filled = (): void => {
    pen.fillStyle = fill
    if (fill !== 'none') acts.fill()
  }
  if (!isRim) filled()
  if (stroke) {
    pen.strokeStyle = stroke
    pen.lineWidth = width
    pen.setLineDash(dash ? [...dash] : [])
    acts.stroke()
  }
  if (isRim) filled()
}

const along = (pen: Pen, path: Path2D) => ({ fill: () => pen.fill(path), stroke: () => pen.stroke(path) })

function written(pen: Pen, words: Words) {
  const { text, x, y, anchor = 'start' } = words
  pen.font = fontOf(words)
  pen.textAlign = anchor === 'middle' ? 'center' : anchor
  return { fill: () => pen.fillText(text, x, y), stroke: () => pen.strokeText(text, x, y) }
}
