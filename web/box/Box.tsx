import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass'
import { PencilSimpleIcon } from '@phosphor-icons/react/PencilSimple'
import { XIcon } from '@phosphor-icons/react/X'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { kinds } from '#contract/vocabulary/kinds.ts'
import { seenLately } from '../home/recent.ts'
import { useLanguage, useSay } from '../language.ts'
import { de } from '../lexicon.ts'
import { inLanguage } from '../location.ts'
import { goTo } from '../map/view.ts'
import { ResultWords } from '../search/Result.tsx'
import { usePaused, useSearch } from '../search/query.ts'
import { Tile } from '../ui/Tile.tsx'
import { closeBox, typedAhead } from './open.ts'
import { type Option, placeFor, useOptions } from './options.ts'
import { boxWords } from './words.ts'

/** One box for all: it finds as one types, and does what one asks in words. A combobox in a dialog; the keyboard alone suffices. */
export default function Box() {
  const say = useSay()
  const language = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const said = useOptions(usePaused(text, 60))
  const start = useStart()
  const isEmpty = text.trim() === ''
  const options = isEmpty ? start : said.options
  const last = options.length - 1

  useEffect(() => {
    dialog.current?.showModal()
    setText(typedAhead())
  }, [])

  function take(option: Option | undefined): void {
    if (!option) return
    if ('text' in option) {
      setText(option.text)
      setActive(0)
      return
    }
    closeBox()
    goTo(inLanguage(option.href, language))
  }

  function press(event: KeyboardEvent): void {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined) {
      event.preventDefault()
      setActive(active + move > last ? 0 : active + move < 0 ? last : active + move)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(options[Math.min(active, last)])
    }
  }

  const isNone = !isEmpty && !said.isLoading && !said.isFailed && options.length === 0
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog closes by Escape of itself; a press beside it is one more way
    <dialog
      ref={dialog}
      className="box"
      aria-label={say(boxWords.title)}
      onClose={closeBox}
      onClick={({ target }) => target === dialog.current && closeBox()}
    >
      <div className="box-sheet">
        <div className="box-field">
          <MagnifyingGlassIcon aria-hidden="true" />
          <input
            type="text"
            role="combobox"
            aria-label={say(boxWords.title)}
            aria-expanded={options.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={options.length > 0 ? `${list}-${Math.min(active, last)}` : undefined}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            maxLength={200}
            placeholder={say(boxWords.placeholder)}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
              setActive(0)
            }}
            onKeyDown={press}
          />
          <button type="button" className="round" aria-label={say(boxWords.close)} onClick={closeBox}>
            <XIcon aria-hidden="true" />
          </button>
        </div>
        <div id={list} role="listbox" aria-label={say(isEmpty ? boxWords.tries : boxWords.results)} className="box-list">
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and its keys
            <div
              key={option.key}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === Math.min(active, last)}
              onMouseDown={(event) => event.preventDefault()}
              onPointerMove={() => setActive(index)}
              onClick={() => take(option)}
            >
              <OptionWords option={option} />
            </div>
          ))}
        </div>
        {said.unknown && !isEmpty && (
          <p className="box-none">
            {say(boxWords.unknown)(said.unknown)} {say(boxWords.unknownHint)}
          </p>
        )}
        {isNone && !said.unknown && <p className="box-none">{say(boxWords.none)}</p>}
        {said.isFailed && !isEmpty && <p className="box-none">{say(boxWords.failed)}</p>}
        <p className="box-hint" aria-hidden="true">
          {say(boxWords.hint)}
        </p>
        <p className="unseen" role="status">
          {!isEmpty && say(boxWords.count)(options.length)}
        </p>
      </div>
    </dialog>
  )
}

function OptionWords({ option }: { option: Option }) {
  const say = useSay()
  if ('result' in option) {
    const { result } = option
    if ('matched' in result) return <ResultWords result={result} />
    return (
      <span className="line">
        <Tile of={result} />
        <span className="line-words">
          <span className="line-name">{result.name}</span>
          <span className="line-detail">{say(kinds[result.type].name)}</span>
        </span>
      </span>
    )
  }
  const { sign: Sign, label } = option
  return (
    <span className="box-act">
      <Sign aria-hidden="true" />
      <span>{label}</span>
    </span>
  )
}

/** Before anything is typed: who was seen lately, and what could be written, with names of this very network. */
function useStart(): Option[] {
  const say = useSay()
  const people = useSearch({ q: 'a', types: ['person'], limit: 2 }).data?.results ?? []
  const places = useSearch({ q: 'c', types: ['organization'], limit: 1 }).data?.results ?? []
  const themes = useSearch({ q: 'e', types: ['theme'], limit: 1 }).data?.results ?? []
  const [one, two] = people
  const texts = [
    one && two && say({ fr: `chemin ${de(one.name)} à ${two.name}`, en: `way from ${one.name} to ${two.name}` }),
    places[0] && say({ fr: `autour ${de(places[0].name)}`, en: `around ${places[0].name}` }),
    themes[0] && say({ fr: `projets sur ${themes[0].name}`, en: `projects about ${themes[0].name}` }),
    say({ fr: 'communautés', en: 'communities' })
  ]
  return [
    ...seenLately()
      .slice(0, 4)
      .map((entity): Option => ({ key: entity.id, result: entity, href: placeFor(entity) })),
    ...texts.flatMap((text): Option[] => (text ? [{ key: ` ${text}`, sign: PencilSimpleIcon, label: text, text }] : []))
  ]
}
