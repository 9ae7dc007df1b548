import { useCallback, useSyncExternalStore } from 'react'

function useMedia(media: MediaQueryList): boolean {
  const follow = useCallback(
    (reader: () => void) => {
      media.addEventListener('change', reader)
      return () => media.removeEventListener('change', reader)
    },
    [media]
  )
  return useSyncExternalStore(follow, () => media.matches)
}

const wide = window.matchMedia('(min-width: 60rem)')
const narrow = window.matchMedia('(max-width: 40rem)')
const upright = window.matchMedia('(max-aspect-ratio: 4/5)')

/** Whether panels have room beside the map; else they are sheets over it. */
export const useWide = (): boolean => useMedia(wide)
/** Whether a drawing has the room of a phone. */
export const useNarrow = (): boolean => useMedia(narrow)
/** Whether the map is higher than wide, as on a phone. */
export const useUpright = (): boolean => useMedia(upright)
