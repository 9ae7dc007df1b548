import type { EntityRef } from '#contract/entity.ts'
import { Tile } from '../ui/Tile.tsx'

/** Two who have not met: their signs, and what there could be between them. */
export function Pair({ one, other }: { one: EntityRef; other: EntityRef }) {
  return (
    <span className="pair" aria-hidden="true">
      <Tile of={one} />
      <svg viewBox="0 0 32 8" aria-hidden="true">
        <path d="M2 4h28" />
      </svg>
      <Tile of={other} />
    </span>
  )
}
