import type { CSSProperties } from 'react'
import type { Seat } from '#contract/tables.ts'
import { Tile } from '../ui/Tile.tsx'

/** How far from the middle of the drawing chairs stand, in hundredths of its width and height. */
const [ACROSS, DOWN] = [37, 38]

/** A round table with whoever sits at it. The list beside says the same in words. */
export function RoundTable({ theme, seats }: { theme: string; seats: readonly Seat[] }) {
  return (
    <div className="round-table" aria-hidden="true">
      <span className="round-table-top">{theme}</span>
      {seats.map((seat, place) => {
        const angle = (place / seats.length) * 2 * Math.PI - Math.PI / 2
        const at = { '--x': `${50 + ACROSS * Math.cos(angle)}%`, '--y': `${51 + DOWN * Math.sin(angle)}%` } as CSSProperties
        return (
          <span key={seat.id} className="chair" style={at}>
            <Tile of={seat} />
            <span className="chair-name">{firstName(seat.name)}</span>
          </span>
        )
      })}
    </div>
  )
}

/** What people call each other at a table. */
export const firstName = (name: string): string => name.split(/\s+/)[0] ?? name
