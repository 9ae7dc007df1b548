import { useCallback, useSyncExternalStore } from 'react'

function useMedia(query: string): boolean {
  const follow = useCallback(
    (reader: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', reader)
      return () => media.removeEventListener('change', reader)
    },
    [query]
  )
  return useSyncExternalStore(
    follow,
    () => window.matchMedia(query).matches,
    () => false
  )
}

/** Whether panels have room beside the map; else they are sheets over it. */
export const useWide = (): boolean => useMedia('(min-width: 60rem)')
/** Whether a drawing has the room of a phone. */
export const useNarrow = (): boolean => useMedia('(max-width: 40rem)')
/** Whether there is little height, as on a phone on its side, or at 200 %. */
export const useLow = (): boolean => useMedia('(max-height: 35rem)')
/** Whether the map is higher than wide, as on a phone. */
export const useUpright = (): boolean => useMedia('(max-aspect-ratio: 4/5)')
