import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { spokenValue } from '#contract/vocabulary/values.ts'
import { useLanguage, useSay } from '../language.ts'
import { capital } from '../lexicon.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { meetWords } from './words.ts'

/** Reasons that are often given, as the vocabulary knows them. */
const usual = ['competitors', 'conflict', 'no-use', 'wrong-moment', 'one-declined']
const LONGEST = 300

interface NotTheseTwoProps {
  /** Why, or nothing. */
  onGive: (because: string) => void
  onLeave: () => void
}

/** Why these two are not to meet: one of the usual reasons, or in one's own words. */
export function NotTheseTwo({ onGive, onLeave }: NotTheseTwoProps) {
  const say = useSay()
  const language = useLanguage()
  const id = useId()
  const [chosen, setChosen] = useState('')
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('button')?.focus(), [])
  const give = (event: FormEvent): void => {
    event.preventDefault()
    onGive(text.trim() || chosen)
  }
  return (
    <form
      ref={form}
      className="not-these"
      onSubmit={give}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }}
    >
      <fieldset className="chips">
        <legend className="label">{say(meetWords.because)}</legend>
        {usual.map((value) => (
          <Chip
            key={value}
            pressed={chosen === value && text.trim() === ''}
            onPress={() => {
              setChosen(chosen === value && text.trim() === '' ? '' : value)
              setText('')
            }}
          >
            {capital(spokenValue(value, language))}
          </Chip>
        ))}
      </fieldset>
      <label htmlFor={id}>{say(meetWords.ownWords)}</label>
      <input id={id} value={text} maxLength={LONGEST} autoComplete="off" onChange={({ target }) => setText(target.value)} />
      <p className="soft">{say(meetWords.onlyConnectors)}</p>
      <div className="not-these-acts">
        <Button rank="main" type="submit">
          {say(meetWords.setAside)}
        </Button>
        <Button onClick={onLeave}>{say(meetWords.leave)}</Button>
      </div>
    </form>
  )
}
