import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { GraphHandle } from '../graph/GraphView.tsx'
import type { OnMap } from '../meet/on-map.ts'
import type { Network } from '../network/network.ts'
import type { ViewActs } from './view.ts'

/** What names and meetings beside the map do on it. */
export function useOnMap(graph: RefObject<GraphHandle | null>, network: Network, change: ViewActs['change']) {
  const [pointed, onPointGhost] = useState<string>()
  const [looked, setLooked] = useState<[string, string]>()
  const placeOf = useRef(network.placeOf)
  placeOf.current = network.placeOf
  const placesOf = useCallback((ids: string[]) => ids.flatMap((id) => placeOf.current.get(id) ?? []), [])
  const open = useCallback(
    (ids: [string, string]) => {
      change({ selected: ids, panel: '', camera: '' })
      setLooked(ids)
    },
    [change]
  )
  // Once the panel beside the map has its place.
  useEffect(() => {
    const places = looked ? placesOf(looked) : []
    if (places.length === 2) graph.current?.look(places)
  }, [graph, looked, placesOf])
  const onMap = useMemo((): OnMap => ({ pointed, open }), [pointed, open])
  const acts = {
    onName: (id: string) => change({ selected: [id], panel: '', from: '', to: '', avoid: [] }),
    onPoint: (ids: string[]) => graph.current?.point(placesOf(ids))
  }
  const onPickGhost = (key: string): void => open(JSON.parse(key) as [string, string])
  return { onMap, acts, onPointGhost, onPickGhost }
}
