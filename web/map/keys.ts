import { useEffect, useRef } from 'react'

/** What keys do on the map, by the key's name; with Ctrl or ⌘ as "ctrl+z". */
export type KeyActs = Record<string, (() => void) | undefined>

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
/** What these keys do already where the focus is. */
const isTaken = (target: EventTarget | null, key: string): boolean =>
  target instanceof HTMLElement &&
  ((key === ' ' && target.matches('button, a, summary, input')) ||
    (key.startsWith('Arrow') && target.matches('input, .beside *, .left *, table *')))

/** Listens for keys, but where somebody types or a dialog is open. */
export function useKeys(acts: KeyActs): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event
      if (altKey || event.defaultPrevented || isField(target) || isTaken(target, key) || document.querySelector('dialog[open]')) return
      const isUndoneTwice = (ctrlKey || metaKey) && shiftKey && key.toLowerCase() === 'z'
      const name = isUndoneTwice ? 'ctrl+y' : `${ctrlKey || metaKey ? 'ctrl+' : ''}${key.length === 1 ? key.toLowerCase() : key}`
      const act = latest.current[name]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
