import { CoffeeIcon } from '@phosphor-icons/react/Coffee'
import { PrinterIcon } from '@phosphor-icons/react/Printer'
import { useId } from 'react'
import type { Table } from '#contract/tables.ts'
import { useSay } from '../language.ts'
import { to } from '../location.ts'
import { linked } from '../questions/linked.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { EntityLine } from '../ui/EntityLine.tsx'
import { Link } from '../ui/Link.tsx'
import { firstName, RoundTable } from './RoundTable.tsx'
import { tablesWords } from './words.ts'

interface TableCardProps {
  table: Table
  /** Whether this one is being printed. */
  isPrinted: boolean
  onPrint: () => void
}

/** A table: who would sit at it, what each brings, what they have in common, and where to go from there. */
export function TableCard({ table: { theme, title, seats, common, newPairs }, isPrinted, onPrint }: TableCardProps) {
  const say = useSay()
  const id = useId()
  const name = say(title)
  const ids = seats.map((seat) => seat.id)
  return (
    <article className={`told-card table ${isPrinted ? 'table-printed' : ''}`} aria-labelledby={id}>
      <p className="told-kind">
        <CoffeeIcon aria-hidden="true" />
        {say(tablesWords.kind)}
      </p>
      <h2 id={id} className="table-title">
        {name}
      </h2>
      <p className="table-new">{say(tablesWords.newPairs)(newPairs, (seats.length * (seats.length - 1)) / 2)}</p>
      <RoundTable theme={theme.name} seats={seats} />
      <ul className="lines table-seats" aria-label={say(tablesWords.around)}>
        {seats.map((seat) => (
          <li key={seat.id}>
            <EntityLine of={seat}>
              {seat.newcomer && <span className="table-welcome">{say(tablesWords.welcome)}</span>}
              <span className="table-brings">
                <Linked sentence={say(seat.brings)} entities={seat.entities} />
              </span>
            </EntityLine>
          </li>
        ))}
      </ul>
      <h3 className="table-part">{say(tablesWords.common)}</h3>
      <ul className="table-common">
        {common.map(({ sentence, entities }) => (
          <li key={sentence.fr}>
            <Linked sentence={say(sentence)} entities={entities} />
          </li>
        ))}
      </ul>
      <div className="table-words">
        <h3 className="table-part">{say(tablesWords.firstWords)}</h3>
        <ul className="table-pairs">
          {seats.map((seat, place) => {
            const next = seats[(place + 1) % seats.length]
            return (
              next && (
                <li key={seat.id}>
                  <Link href={to.firstWords(seat.id, next.id)}>{say(tablesWords.two)(firstName(seat.name), firstName(next.name))}</Link>
                </li>
              )
            )
          })}
        </ul>
      </div>
      <p className="table-onward">
        <ButtonLink href={to.map({ around: ids, selected: ids })} aria-label={say(tablesWords.onMapOf)(name)}>
          {say(tablesWords.onMap)}
        </ButtonLink>
        <Button onClick={onPrint} aria-label={say(tablesWords.printOf)(name)}>
          <PrinterIcon aria-hidden="true" />
          {say(tablesWords.print)}
        </Button>
      </p>
    </article>
  )
}

/** A sentence with the names in it as links to their cards. */
function Linked({ sentence, entities }: { sentence: string; entities: Table['common'][number]['entities'] }) {
  return linked(sentence, entities).map(({ text, entity }) =>
    entity ? (
      <Link key={text} href={to.card(entity.id)}>
        {text}
      </Link>
    ) : (
      text
    )
  )
}
