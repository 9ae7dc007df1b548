import { useEffect, useId, useState } from 'react'
import type { TablesAnswer } from '#contract/tables.ts'
import { isMissing } from '../api.ts'
import { useSay } from '../language.ts'
import { type TablesAsked, to, useAsked, useGo } from '../location.ts'
import { Answered } from '../ui/Answered.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { Face } from '../ui/Face.tsx'
import { Heading } from '../ui/Heading.tsx'
import { Page } from '../ui/Page.tsx'
import { LinesWaiting } from '../ui/Waiting.tsx'
import { seatChoices, tablesIn, usualSeats, useTables } from './query.ts'
import { TableCard } from './TableCard.tsx'
import { tablesWords } from './words.ts'

/** Tables for a café: on a theme, a few people who would gain from sitting together. */
export default function TablesPage() {
  const say = useSay()
  const go = useGo()
  const asked = tablesIn(useAsked())
  const query = useTables(asked)
  const onAsk = (next: TablesAsked) => go(to.tables(next), { replace: true })
  return (
    <Page title={say(tablesWords.title)} className="tables-page">
      <header className="page-head">
        <Heading>{say(tablesWords.title)}</Heading>
        <p className="lead">{say(tablesWords.lead)}</p>
      </header>
      <Answered
        query={query}
        waiting={<TablesWaiting />}
        failed={(error) =>
          isMissing(error) && (
            <Face title={say(tablesWords.unknown)}>
              <ButtonLink href={to.tables()}>{say(tablesWords.all)}</ButtonLink>
            </Face>
          )
        }
      >
        {(answer) => (
          <>
            {(answer.themes.length > 0 || asked.theme) && <Choices asked={asked} themes={answer.themes} onAsk={onAsk} />}
            <Tables answer={answer} asked={asked} />
          </>
        )}
      </Answered>
    </Page>
  )
}

interface ChoicesProps {
  asked: TablesAsked
  themes: TablesAnswer['themes']
  onAsk: (asked: TablesAsked) => void
}

/** On which theme, and for how many. */
function Choices({ asked, themes, onAsk }: ChoicesProps) {
  const say = useSay()
  const [theme, seats] = [useId(), useId()]
  const isListed = !asked.theme || themes.some(({ id }) => id === asked.theme)
  return (
    <div className="table-choices">
      <label htmlFor={theme}>
        <span>{say(tablesWords.theme)}</span>
        <select id={theme} value={asked.theme ?? ''} onChange={({ target }) => onAsk({ ...asked, theme: target.value || undefined })}>
          <option value="">{say(tablesWords.every)}</option>
          {!isListed && <option value={asked.theme}>{asked.theme}</option>}
          {themes.map(({ id, name, people }) => (
            <option key={id} value={id}>
              {say(tablesWords.themeOf)(name, people)}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={seats}>
        <span>{say(tablesWords.seats)}</span>
        <select id={seats} value={asked.seats ?? usualSeats} onChange={({ target }) => onAsk({ ...asked, seats: target.value })}>
          {seatChoices.map((number) => (
            <option key={number}>{number}</option>
          ))}
        </select>
      </label>
    </div>
  )
}

function Tables({ answer: { tables }, asked }: { answer: TablesAnswer; asked: TablesAsked }) {
  const say = useSay()
  const [printed, setPrinted] = useState<number>()
  useEffect(() => {
    if (printed === undefined) return
    const done = (): void => setPrinted(undefined)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [printed])
  if (tables.length === 0)
    return (
      <div role="status">
        <Face title={say(asked.theme ? tablesWords.noneOfTheme : tablesWords.none)} hint={say(tablesWords.noneHint)}>
          {asked.theme ? (
            <ButtonLink href={to.tables()}>{say(tablesWords.all)}</ButtonLink>
          ) : (
            <ButtonLink href={to.map()}>{say(tablesWords.map)}</ButtonLink>
          )}
        </Face>
      </div>
    )
  return (
    <div className="told-cards tables">
      {tables.map((table, place) => (
        <TableCard
          key={table.seats.map(({ id }) => id).join(' ')}
          table={table}
          isPrinted={place === printed}
          onPrint={() => setPrinted(place)}
        />
      ))}
    </div>
  )
}

function TablesWaiting() {
  return (
    <div className="told-cards tables">
      {['first', 'second', 'third', 'fourth'].map((table) => (
        <div key={table} className="told-card table">
          <LinesWaiting count={5} />
        </div>
      ))}
    </div>
  )
}
