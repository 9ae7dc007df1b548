import { type FormEvent, useId, useState } from 'react'
import type { Me } from '#contract/decisions.ts'
import type { Words } from '#contract/vocabulary/words.ts'
import { ask, queries } from '../api.ts'
import { forgetKey, keepKey, keyHere } from '../key.ts'
import { useSay } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { useMe } from './query.ts'
import { connectorWords } from './words.ts'

/** Other eyes see other things: all is asked anew. */
const askAnew = (): Promise<void> => queries.resetQueries()

/** By which a connector says so, and is forgotten again; nothing where the server takes decisions without a key. */
export function Connector() {
  const say = useSay()
  const me = useMe().data
  if (!me) return null
  const hasKey = keyHere() !== undefined
  if (me.decides && !hasKey) return null
  if (me.decides)
    return (
      <p className="connector">
        {say(connectorWords.here)}{' '}
        <button
          type="button"
          className="quiet"
          onClick={() => {
            forgetKey()
            void askAnew()
          }}
        >
          {say(connectorWords.forget)}
        </button>
      </p>
    )
  return (
    <details className="connector">
      <summary>{say(connectorWords.ask)}</summary>
      <KeyForm first={hasKey ? connectorWords.old : undefined} />
    </details>
  )
}

/** Why a key was not taken; undefined where it was. */
async function giveKey(key: string, isRemembered: boolean): Promise<Words | undefined> {
  // What no header can hold is no key.
  if (!/^[\x21-\xff]+$/.test(key)) return connectorWords.wrong
  try {
    const { decides } = await ask<Me>('/api/me', new AbortController().signal, key)
    if (!decides) return connectorWords.wrong
  } catch {
    return connectorWords.away
  }
  return keepKey(key, isRemembered) ? undefined : connectorWords.closed
}

function KeyForm({ first }: { first: Words | undefined }) {
  const say = useSay()
  const id = useId()
  const [fault, setFault] = useState(first)
  const [isBusy, setBusy] = useState(false)
  const give = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    setBusy(true)
    setFault(undefined)
    const fault = await giveKey(String(given.get('key')).trim(), given.get('remember') !== null)
    setBusy(false)
    setFault(fault)
    if (!fault) await askAnew()
  }
  return (
    <form className="key-form" onSubmit={give}>
      <label htmlFor={id}>{say(connectorWords.key)}</label>
      <input
        id={id}
        name="key"
        type="password"
        autoComplete="current-password"
        required
        maxLength={2000}
        aria-describedby={`${id}-hint`}
        aria-invalid={fault !== undefined}
      />
      <p id={`${id}-hint`} className="soft">
        {say(connectorWords.hint)}
      </p>
      <label className="key-remember">
        <input name="remember" type="checkbox" />
        {say(connectorWords.remember)}
      </label>
      {fault && (
        <p className="fault" role="alert">
          {say(fault)}
        </p>
      )}
      <Button rank="main" type="submit" disabled={isBusy}>
        {say(connectorWords.open)}
      </Button>
    </form>
  )
}
