import { type Palette, paletteOf } from '../graph/palette.ts'
import { centralityOf } from '../map/view.ts'
import { facesInside } from './faces.ts'
import { measureHere, measureNow, pngOf } from './paint.ts'
import type { Measure, Sheet } from './shapes.ts'
import { sheetOf } from './sheet.ts'
import { svgOf } from './svg.ts'
import { addressOf, type Taken, today } from './taken.ts'

/*
 * The light colours, whatever the page is read in: what is taken away goes onto paper, slides and articles, and the same view gives the same
 * image to everybody who takes it.
 */
function sheet(taken: Taken, measure: Measure, change: Partial<Palette> = {}): Sheet {
  const { view } = taken
  return sheetOf({
    ...taken,
    address: addressOf(taken),
    colouring: taken.picture.colours.colouring,
    centrality: centralityOf(view),
    years: { since: view.since, until: view.until },
    date: today(),
    colours: { ...paletteOf(taken.picture.colours, 'on-paper'), ...change },
    measure
  })
}

export const png = async (taken: Taken): Promise<Blob> => pngOf(sheet(taken, await measureHere()))

export async function svg(taken: Taken): Promise<Blob> {
  const style = await facesInside()
  return new Blob([svgOf(sheet(taken, await measureHere()), style)], { type: 'image/svg+xml' })
}

/** For paper, which has a colour of its own. A browser that prints waits for nothing: it is made with the faces that are here. */
export const printable = (taken: Taken): string => svgOf(sheet(taken, measureNow(), { paper: '#ffffff' }))
