import { CaretDownIcon } from '@phosphor-icons/react/CaretDown'
import { CaretUpIcon } from '@phosphor-icons/react/CaretUp'
import { useMemo, useState } from 'react'
import { type EntityType, kinds, types } from '#contract/vocabulary/kinds.ts'
import { number } from '../spoken.ts'
import { useLanguage, useSay } from '../language.ts'
import { idAt, nameAt, typeAt } from '../network/network.ts'
import type { Picture } from '../network/picture.ts'
import { Tile } from '../ui/Tile.tsx'
import { mapWords } from './words.ts'

interface ListViewProps {
  picture: Picture
  onPick: (entity: number, isMore: boolean) => void
  onPoint: (entity: number | undefined) => void
}

const columns = ['name', 'kind', 'community', 'degree'] as const
type Column = (typeof columns)[number]

/** Rows drawn at once; the next come on demand. */
const PAGE = 100

/** Themes and territories: what others have in common. They come last, and belong to no community. */
const isShared = (type: EntityType): boolean => type === 'theme' || type === 'territory'
const rankOf = new Map([...types.filter((type) => !isShared(type)), ...types.filter(isShared)].map((type, rank) => [type, rank]))

/** The same as on the map, as a table: what is chosen there is chosen here. */
export default function ListView({ picture, onPick, onPoint }: ListViewProps) {
  const say = useSay()
  const language = useLanguage()
  const [sorting, setSorting] = useState<{ column: Column; isDown: boolean }>()
  const [most, setMost] = useState(PAGE)
  const { network, shown, selected } = picture
  const communityOf = useMemo(() => {
    const communities = new Map(network.head.communities.map(({ id, name }) => [id, name]))
    return (entity: number): string =>
      isShared(typeAt(network, entity)) ? '' : (communities.get(network.communities[entity] as number) ?? '')
  }, [network])
  const rows = useMemo(() => {
    const compare = new Intl.Collator(language).compare
    const byName = (a: number, b: number): number => compare(nameAt(network, a), nameAt(network, b))
    const orders: Record<Column, (a: number, b: number) => number> = {
      name: byName,
      kind: (a, b) => compare(kinds[typeAt(network, a)].name[language], kinds[typeAt(network, b)].name[language]),
      community: (a, b) => compare(communityOf(a), communityOf(b)),
      degree: (a, b) => (network.degrees[a] as number) - (network.degrees[b] as number)
    }
    const rank = (entity: number): number => rankOf.get(typeAt(network, entity)) ?? 0
    const order = (a: number, b: number): number =>
      sorting ? (sorting.isDown ? -1 : 1) * orders[sorting.column](a, b) : rank(a) - rank(b) || orders.degree(b, a)
    return [...shown.entities.keys()].filter((entity) => shown.entities[entity]).sort((a, b) => order(a, b) || byName(a, b))
  }, [network, shown, sorting, communityOf, language])

  const sortBy = (column: Column): void =>
    setSorting({ column, isDown: sorting?.column === column ? !sorting.isDown : column === 'degree' })
  return (
    <div className="list-view">
      <table>
        <caption className="unseen">{say(mapWords.listCaption)(rows.length)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={`list-${column}`}
                aria-sort={sorting?.column === column ? (sorting.isDown ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" onClick={() => sortBy(column)}>
                  {say(mapWords.columns[column])}
                  {sorting?.column === column &&
                    (sorting.isDown ? <CaretDownIcon aria-hidden="true" /> : <CaretUpIcon aria-hidden="true" />)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((entity) => {
            const type = typeAt(network, entity)
            const name = nameAt(network, entity)
            return (
              <tr
                key={idAt(network, entity)}
                className={selected.has(entity) ? 'row-chosen' : ''}
                onPointerEnter={() => onPoint(entity)}
                onPointerLeave={() => onPoint(undefined)}
              >
                <th scope="row" className="list-name">
                  <button
                    type="button"
                    aria-pressed={selected.has(entity)}
                    onFocus={() => onPoint(entity)}
                    onBlur={() => onPoint(undefined)}
                    onClick={({ shiftKey, ctrlKey, metaKey }) => onPick(entity, shiftKey || ctrlKey || metaKey)}
                  >
                    <Tile of={{ type, name }} />
                    <span>{name}</span>
                  </button>
                </th>
                <td className="list-kind">{say(kinds[type].name)}</td>
                <td className="list-community">{communityOf(entity)}</td>
                <td className="list-degree">{number(network.degrees[entity] as number, language)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length > most && (
        <button type="button" className="quiet" onClick={() => setMost(most + PAGE)}>
          {say(mapWords.moreRows)(Math.min(PAGE, rows.length - most))}
        </button>
      )}
    </div>
  )
}
