import { type RefObject, useEffect, useRef } from 'react'
import type { Camera, GraphHandle, Insets } from '../graph/GraphView.tsx'
import type { Picture } from '../network/picture.ts'

/** What was clicked stays where it is for as long as a second click may come. */
const AFTER_SECOND_CLICK_MS = 350

/** What of the page is open over the map. */
interface Open {
  isWide: boolean
  isLow: boolean
  isList: boolean
  isBeside: boolean
  isBare: boolean
  /** The meetings of the week, at the foot of a phone. */
  strip: 'open' | 'folded' | 'none'
}

/** How high that is, above the dock. */
const STRIP = { open: 196, folded: 48, none: 0 }

/** What panels cover of the map. */
export function insetsOf({ isWide, isLow, isList, isBeside, isBare, strip }: Open): Insets {
  // The sentence at the left of a phone on its side; the tools stand in one line there.
  if (!isWide && isLow) return { left: isBare ? 260 : 0, right: 60, top: 0, bottom: isBeside ? window.innerHeight * 0.56 : 56 }
  // The sentence at the head of a phone, the dock at its foot, or the sheet that covers it.
  if (!isWide) return { left: 0, right: 0, top: isBare ? 150 : 0, bottom: isBeside ? window.innerHeight * 0.56 : 112 + STRIP[strip] }
  return { left: isList ? 560 : 362, right: isBeside ? 480 : 60, top: 10, bottom: 80 }
}

/**
 * Where the map is looked at from: where the address says, on opening and on going back; of another part of the network, where all of it
 * is seen; of something chosen that is out of sight, where it is in the middle.
 */
export function useSight(graph: RefObject<GraphHandle | null>, picture: Picture, asked: Camera | undefined): void {
  const { network, ways } = picture
  const last = useRef({ network, ways })
  const isReturn = useRef(false)
  const look = (): void => {
    if (asked) graph.current?.setCamera(asked)
    else graph.current?.fit(ways.length > 0 ? ways.flat() : undefined)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another network or way moves the camera; the camera of the address may change by hand
  useEffect(() => {
    const isOther = last.current.network !== network || last.current.ways !== ways
    last.current = { network, ways }
    if (isOther) look()
  }, [network, ways])
  useEffect(() => {
    const note = (): void => {
      isReturn.current = true
    }
    window.addEventListener('popstate', note, true)
    return () => window.removeEventListener('popstate', note, true)
  }, [])
  const { x, y, ratio } = asked ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked at is told by the parts of the camera
  useEffect(() => {
    if (isReturn.current) look()
  }, [x, y, ratio])
  useEffect(() => {
    isReturn.current = false
  })
  const [first] = picture.selected
  useEffect(() => {
    if (first === undefined) return
    const timer = setTimeout(() => graph.current?.reveal(first), AFTER_SECOND_CLICK_MS)
    return () => clearTimeout(timer)
  }, [graph, first])
}
