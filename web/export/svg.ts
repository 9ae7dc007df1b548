import { type Area, type Face, type Ink, type Shape, type Sheet, short } from './shapes.ts'
import { element, escaped } from './xml.ts'

/** The faces of the pages first; where they are not, ones that are as wide. */
const faces: Record<Face, string> = {
  display: "'Bricolage Grotesque', 'Avenir Next', 'Segoe UI', Arial, sans-serif",
  text: "'Instrument Sans', 'Helvetica Neue', Arial, sans-serif"
}

/**
 * A sheet as an SVG of its own (https://www.w3.org/TR/SVG2/): texts stay texts, and every colour is on the shape that has it, since
 * programs that draw know attributes better than style sheets. `style` may bring the faces along.
 */
export function svgOf(sheet: Sheet, style = ''): string {
  const { width, height, title, about, shapes } = sheet
  const clips: Area[] = []
  const content = shapes.map((shape) => written(shape, clips)).join('')
  const definitions = clips.map(({ left, top, width, height }, place) =>
    element('clipPath', { id: `clip-${place}` }, element('rect', { x: left, y: top, width, height }))
  )
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(about)),
    ...(style ? [element('style', {}, style)] : []),
    ...(definitions.length > 0 ? [element('defs', {}, ...definitions)] : []),
    content
  )
}

/** Of a line alone its strength is that of its stroke, else of what fills it: an `opacity` would make a layer of each. */
const inked = ({ fill, stroke, width, dash, alpha, isRim }: Ink) => ({
  fill,
  stroke,
  'stroke-width': width,
  'stroke-dasharray': dash?.join(' '),
  'stroke-linejoin': isRim ? 'round' : undefined,
  'paint-order': isRim ? 'stroke' : undefined,
  [stroke && !isRim ? 'stroke-opacity' : 'fill-opacity']: alpha === undefined ? undefined : short(alpha)
})

function written(shape: Shape, clips: Area[]): string {
  switch (shape.is) {
    case 'path': {
      const { d, at, title } = shape
      const transform = at && `translate(${short(at.x)} ${short(at.y)}) scale(${Math.round(at.scale * 10_000) / 10_000})`
      return element('path', { d, transform, ...inked(shape) }, ...told(title))
    }
    case 'disc': {
      const { x, y, radius, title } = shape
      return element('circle', { cx: short(x), cy: short(y), r: short(radius), ...inked(shape) }, ...told(title))
    }
    case 'words': {
      const { text, x, y, size, weight, face, anchor, alpha, ...ink } = shape
      const font = { 'font-family': faces[face], 'font-size': size, 'font-weight': weight, 'text-anchor': anchor }
      return element('text', { x: short(x), y: short(y), ...font, ...inked(ink), opacity: alpha }, escaped(text))
    }
    case 'group': {
      const { name, clip, shapes, ...ink } = shape
      const clipped = clip && `url(#clip-${clips.push(clip) - 1})`
      const marks = { id: name, 'clip-path': clipped }
      return element('g', { ...marks, ...inked(ink) }, shapes.map((one) => written(one, clips)).join(''))
    }
  }
}

const told = (title: string | undefined): string[] => (title ? [element('title', {}, escaped(title))] : [])
