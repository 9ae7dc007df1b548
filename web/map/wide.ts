import { useSyncExternalStore } from 'react'

const wide = window.matchMedia('(min-width: 60rem)')

function follow(reader: () => void): () => void {
  wide.addEventListener('change', reader)
  return () => wide.removeEventListener('change', reader)
}

/** Whether panels have room beside the map; else they are sheets over it. */
export const useWide = (): boolean => useSyncExternalStore(follow, () => wide.matches)
