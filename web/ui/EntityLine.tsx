import type { ReactNode } from 'react'
import type { EntityRef } from '#contract/entity.ts'
import { to } from '../location.ts'
import { Link } from './Link.tsx'
import { Tile } from './Tile.tsx'

/** An entity in a list: its tile, its name that leads to its card, and what else is worth a line. */
export function EntityLine({ of, href = to.card(of.id), children }: { of: EntityRef; href?: string; children?: ReactNode }) {
  return (
    <div className="line">
      <Tile of={of} />
      <div className="line-words">
        <Link className="line-name" href={href}>
          {of.name}
        </Link>
        {children}
      </div>
    </div>
  )
}
