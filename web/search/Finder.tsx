import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { EntityRef } from '#contract/entity.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { useSay } from '../language.ts'
import { words } from '../words.ts'
import { usePaused, useSearch } from './query.ts'
import { ResultWords } from './Result.tsx'

interface FinderProps {
  label: string
  placeholder: string
  types?: EntityType[]
  /** The name of what is chosen already. */
  chosen?: string
  onPick: (picked: EntityRef) => void
  /** The field was emptied, and left so. */
  onEmpty?: () => void
  /** Where the text is taken as it is, without a suggestion; adds a last line that does it. */
  onText?: (text: string) => void
  look?: 'hero' | 'plain'
  id?: string
}

/** A field that suggests as one types: a combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/), arrows to choose, Enter to take, Escape to close. */
export function Finder({ label, placeholder, types, chosen = '', onPick, onEmpty, onText, look = 'plain', id }: FinderProps) {
  const say = useSay()
  const list = useId()
  const [text, setText] = useState(chosen)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  // What was chosen may become known late, or be changed by another part of the page.
  useEffect(() => setText(chosen), [chosen])

  const paused = usePaused(text)
  const query = useSearch({ q: open ? paused : '', types, limit: 7 })
  const typed = text.trim()
  const results = open && typed ? (query.data?.results ?? []) : []
  const last = onText && typed ? results.length : results.length - 1
  const none = open && typed !== '' && query.isSuccess && !query.isPlaceholderData && results.length === 0

  function pick(index: number) {
    const result = results[index]
    if (result) onPick(result)
    else if (typed) onText?.(typed)
    else return
    setOpen(false)
    setActive(-1)
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return setOpen(true)
      const next = active + (event.key === 'ArrowDown' ? 1 : -1)
      setActive(next > last ? -1 : next < -1 ? last : next)
    } else if (event.key === 'Enter' && open && typed) {
      event.preventDefault()
      pick(active < 0 && !onText ? 0 : active)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (!open) setText(chosen)
      setOpen(false)
      setActive(-1)
    }
  }

  function leave() {
    setOpen(false)
    setActive(-1)
    if (chosen && !typed) onEmpty?.()
    else if (!onText) setText(chosen)
  }

  const shown = open && typed !== '' && (results.length > 0 || none || query.isError || Boolean(onText))
  return (
    <div className={`finder finder-${look}`}>
      <label className={look === 'hero' ? 'unseen' : 'label'} htmlFor={id ?? `${list}-field`}>
        {label}
      </label>
      <div className="finder-field">
        <MagnifyingGlassIcon className="finder-sign" aria-hidden="true" />
        <input
          id={id ?? `${list}-field`}
          type="text"
          role="combobox"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={200}
          placeholder={placeholder}
          aria-expanded={shown}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
            setActive(-1)
          }}
          onFocus={(event) => event.target.select()}
          onKeyDown={press}
          onBlur={leave}
        />
        {look === 'hero' && (
          <span className="finder-key" aria-hidden="true">
            /
          </span>
        )}
      </div>
      <div className="finder-sheet" hidden={!shown}>
        <div id={list} role="listbox" aria-label={label}>
          {results.map((result, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and its keys
            <div
              key={result.id}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(index)}
            >
              <ResultWords result={result} />
            </div>
          ))}
          {onText && typed && (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and its keys
            <div
              id={`${list}-${results.length}`}
              className="finder-all"
              role="option"
              tabIndex={-1}
              aria-selected={active === results.length}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(results.length)}
            >
              {say(words.search.all)(typed)}
            </div>
          )}
        </div>
        {none && <p className="finder-none">{say(words.finder.none)}</p>}
        {query.isError && <p className="finder-none">{say(words.finder.failed)}</p>}
      </div>
      <p className="unseen" role="status">
        {shown && (none ? say(words.finder.none) : say(words.finder.results)(results.length))}
      </p>
    </div>
  )
}
