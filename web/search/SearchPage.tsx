import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass'
import { XIcon } from '@phosphor-icons/react/X'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { SearchAnswer } from '#contract/search.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { useSay } from '../language.ts'
import { to, useAsked, useGo } from '../location.ts'
import { Answered } from '../ui/Answered.tsx'
import { Button } from '../ui/Button.tsx'
import { EntityLine } from '../ui/EntityLine.tsx'
import { Face } from '../ui/Face.tsx'
import { Heading } from '../ui/Heading.tsx'
import { Page } from '../ui/Page.tsx'
import { LinesWaiting } from '../ui/Waiting.tsx'
import { words } from '../words.ts'
import { KindChips } from './KindChips.tsx'
import { kindsIn } from './kinds.ts'
import { usePaused, useSearch } from './query.ts'
import { useResultLine } from './Result.tsx'

const MOST = 50
/** With a mouse and keys, the field is ready to type in; on a phone its keyboard would hide what was found. */
const hasKeys = window.matchMedia('(pointer: fine)').matches

export default function SearchPage() {
  const say = useSay()
  const go = useGo()
  const asked = useAsked()
  const q = asked.get('q') ?? ''
  const types = kindsIn(asked)
  const query = useSearch({ q, types, limit: MOST })
  const field = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  // Settled on arrival: typing must not bring the focus back.
  const [inField] = useState(hasKeys || q === '')

  useEffect(() => {
    if (inField) field.current?.focus({ preventScroll: true })
  }, [inField])

  /** The arrows walk from the field down the results and back. */
  function walk(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const stops: (Element | null)[] = [field.current, ...(results.current?.querySelectorAll('a.line-name') ?? [])]
    const here = stops.indexOf(document.activeElement)
    const next = stops[here + step]
    if (here < 0 || !(next instanceof HTMLElement)) return
    event.preventDefault()
    next.focus()
  }

  const keep = (kept: EntityType[]) => go(to.search(q, kept), { replace: true })
  return (
    <Page title={q ? say(words.search.titleOf)(q) : say(words.search.title)} className="search-page">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a second way among links that Tab reaches too */}
      <div onKeyDown={walk}>
        <Heading className="unseen" takesFocus={!inField}>
          {q ? say(words.search.titleOf)(q) : say(words.search.title)}
        </Heading>
        <SearchField
          q={q}
          field={field}
          onText={(text) => go(to.search(text, types), { replace: true })}
          onEnter={() => results.current?.querySelector<HTMLElement>('a.line-name')?.click()}
        />
        <KindChips kept={types} onKeep={keep} />
        <div ref={results} className="search-results">
          {q.trim() === '' ? (
            <Face title={say(words.search.empty)} hint={say(words.search.emptyHint)} />
          ) : (
            <Answered query={query} waiting={<LinesWaiting count={6} />}>
              {(answer) => <Results q={q} answer={answer} filtered={types.length > 0} onAll={() => keep([])} />}
            </Answered>
          )}
        </div>
      </div>
    </Page>
  )
}

interface SearchFieldProps {
  q: string
  field: React.RefObject<HTMLInputElement | null>
  onText: (text: string) => void
  onEnter: () => void
}

/** The field writes to the URL once its writer pauses, and reads from it when somebody goes back. */
function SearchField({ q, field, onText, onEnter }: SearchFieldProps) {
  const say = useSay()
  const [text, setText] = useState(q)
  const paused = usePaused(text, 140)
  const written = useRef(q)
  useEffect(() => {
    if (paused === written.current) return
    written.current = paused
    onText(paused)
  }, [paused, onText])
  useEffect(() => {
    if (q === written.current) return
    written.current = q
    setText(q)
  }, [q])
  return (
    <search className="finder finder-hero">
      <label className="unseen" htmlFor="find">
        {say(words.search.label)}
      </label>
      <div className="finder-field">
        <MagnifyingGlassIcon className="finder-sign" aria-hidden="true" />
        <input
          id="find"
          ref={field}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={say(words.search.placeholder)}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setText('')
            if (event.key === 'Enter' && text === written.current) onEnter()
          }}
        />
        {text && (
          <button
            type="button"
            className="icon-button"
            aria-label={say(words.search.clear)}
            onClick={() => {
              setText('')
              field.current?.focus()
            }}
          >
            <XIcon aria-hidden="true" />
          </button>
        )}
      </div>
    </search>
  )
}

interface ResultsProps {
  q: string
  answer: SearchAnswer
  filtered: boolean
  onAll: () => void
}

function Results({ q, answer: { results }, filtered, onAll }: ResultsProps) {
  const say = useSay()
  const line = useResultLine()
  if (results.length === 0) {
    return (
      <div role="status">
        <Face title={say(words.search.none)(q)} hint={say(words.search.noneHint)}>
          {filtered && <Button onClick={onAll}>{say(words.search.noneFiltered)}</Button>}
        </Face>
      </div>
    )
  }
  return (
    <>
      <p className="eyebrow" role="status">
        {say(results.length < MOST ? words.search.count : words.search.first)(results.length)}
      </p>
      <ul className="lines">
        {results.map((result) => (
          <li key={result.id}>
            <EntityLine of={result}>
              <span className="line-detail">{line(result)}</span>
            </EntityLine>
          </li>
        ))}
      </ul>
    </>
  )
}
