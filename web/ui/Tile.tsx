import type { EntityRef } from '#contract/entity.ts'
import { looks } from './kinds.ts'

/** One letter of the first word and one of the last: "Ada Morel" is AM, "/" is /. */
function initials(name: string): string {
  const parts = name.split(/[\s,’']+/).filter((part) => /[\p{L}\p{N}]/u.test(part))
  const [first, last] = [parts[0] ?? name, parts.length > 1 ? parts.at(-1) : undefined]
  return [first, last]
    .map((part) => part && [...part].find((letter) => /[\p{L}\p{N}/]/u.test(letter)))
    .join('')
    .toUpperCase()
}

interface TileProps {
  of: Pick<EntityRef, 'type' | 'name'>
  size?: 'small' | 'large'
  picture?: string
}

/** The sign of an entity: the form and colour of its kind, with initials where it has a name of its own. It says nothing that words beside it do not. */
export function Tile({ of: { type, name }, size = 'small', picture }: TileProps) {
  const { icon: Sign, form, open } = looks[type]
  const named = type === 'person' || type === 'organization'
  return (
    <span className={`tile tile-${size} kind-${type}`} aria-hidden="true">
      {picture ? (
        <img src={picture} alt="" />
      ) : (
        <>
          <svg viewBox="0 0 48 48" className={open ? 'tile-open' : 'tile-full'} aria-hidden="true">
            <path d={form} />
          </svg>
          {named && initials(name) ? (
            <span className="tile-initials">{initials(name)}</span>
          ) : (
            <Sign className="tile-sign" weight="regular" />
          )}
        </>
      )}
    </span>
  )
}
