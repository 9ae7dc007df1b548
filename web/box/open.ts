import { useSyncExternalStore } from 'react'

let isOpen = false
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
export const openBox = (): void => turn(true)
export const closeBox = (): void => turn(false)
