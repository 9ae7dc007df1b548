import { useSyncExternalStore } from 'react'

let isOpen = false
/** What was typed before the box was there to take it. */
let typed = ''
const readers = new Set<() => void>()

function turn(open: boolean): void {
  isOpen = open
  for (const reader of readers) reader()
}

function follow(reader: () => void): () => void {
  readers.add(reader)
  return () => readers.delete(reader)
}

/** Whether the box is open; every page has the same one. */
export const useBoxOpen = (): boolean => useSyncExternalStore(follow, () => isOpen)
export function openBox(): void {
  typed = ''
  turn(true)
}
export const closeBox = (): void => turn(false)

/** Keeps a letter for the box that is on its way. */
export const typeAhead = (letter: string): void => {
  typed += letter
}
/** What the box begins with. */
export const typedAhead = (): string => typed
