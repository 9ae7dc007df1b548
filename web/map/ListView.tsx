import { CaretDownIcon } from '@phosphor-icons/react/CaretDown'
import { CaretUpIcon } from '@phosphor-icons/react/CaretUp'
import { useMemo, useState } from 'react'
import { kinds } from '#contract/vocabulary/kinds.ts'
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

/** The same as on the map, as a table: what is chosen there is chosen here. */
export default function ListView({ picture, onPick, onPoint }: ListViewProps) {
  const say = useSay()
  const language = useLanguage()
  const [sorting, setSorting] = useState<{ column: Column; isDown: boolean }>({ column: 'degree', isDown: true })
  const [most, setMost] = useState(PAGE)
  const { network, shown, selected } = picture
  const communities = useMemo(() => new Map(network.head.communities.map(({ id, name }) => [id, name])), [network])
  const rows = useMemo(() => {
    const compare = new Intl.Collator(language).compare
    const told: Record<Exclude<Column, 'degree'>, (entity: number) => string> = {
      name: (entity) => nameAt(network, entity),
      kind: (entity) => kinds[typeAt(network, entity)].name[language],
      community: (entity) => communities.get(network.communities[entity] as number) ?? ''
    }
    const { column, isDown } = sorting
    const order = (a: number, b: number): number =>
      column === 'degree' ? (network.degrees[a] as number) - (network.degrees[b] as number) : compare(told[column](a), told[column](b))
    return [...shown.entities.keys()]
      .filter((entity) => shown.entities[entity])
      .sort((a, b) => (isDown ? -1 : 1) * order(a, b) || compare(nameAt(network, a), nameAt(network, b)))
  }, [network, shown, sorting, communities, language])

  const sortBy = (column: Column): void => setSorting({ column, isDown: sorting.column === column ? !sorting.isDown : column === 'degree' })
  return (
    <div className="list-view">
      <table>
        <caption>{say(mapWords.listCaption)(rows.length)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={`list-${column}`}
                aria-sort={sorting.column === column ? (sorting.isDown ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" onClick={() => sortBy(column)}>
                  {say(mapWords.columns[column])}
                  {sorting.column === column &&
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
                <td className="list-community">{communities.get(network.communities[entity] as number)}</td>
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
