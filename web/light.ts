import { useSyncExternalStore } from 'react'
import { remember } from './memory.ts'

export type Light = 'light' | 'dark'

const system = window.matchMedia('(prefers-color-scheme: dark)')
const readers = new Set<() => void>()
const root = document.documentElement

/** The light chosen here, else the system's. `public/early.js` sets the chosen one before the first paint. */
const current = (): Light =>
  root.dataset.light === 'dark' || root.dataset.light === 'light' ? root.dataset.light : system.matches ? 'dark' : 'light'

function follow(reader: () => void): () => void {
  readers.add(reader)
  system.addEventListener('change', reader)
  return () => {
    readers.delete(reader)
    system.removeEventListener('change', reader)
  }
}

export function useLight(): [Light, (light: Light) => void] {
  const light = useSyncExternalStore(follow, current)
  return [
    light,
    (chosen) => {
      root.dataset.light = chosen
      remember('light', chosen)
      for (const reader of readers) reader()
    }
  ]
}
