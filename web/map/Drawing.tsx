import { type ComponentProps, useEffect, useState } from 'react'
import type GraphView from '../graph/GraphView.tsx'
import { MapWaiting } from './MapWaiting.tsx'

type View = typeof GraphView

let view: View | undefined

async function askView(): Promise<View> {
  view ??= (await import('../graph/GraphView.tsx')).default
  return view
}

/** Asks for what draws the map while the network is asked for: what was suspended until then would be shown 300 ms after it could be. */
export function useDrawingSoon(): void {
  // As soon as the page is drawn for the first time, not once it has been. Whoever draws is told of what fails.
  useState(() => askView().catch(() => undefined))
}

/** The map, drawn as soon as what draws it is here. */
export function Drawing(props: ComponentProps<View>) {
  const [View, setView] = useState<View | undefined>(() => view)
  useEffect(() => {
    if (View) return
    askView().then(
      (here) => setView(() => here),
      (error: unknown) =>
        setView(() => {
          throw error
        })
    )
  }, [View])
  return View ? <View {...props} /> : <MapWaiting />
}
