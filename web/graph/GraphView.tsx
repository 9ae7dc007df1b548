import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useLight } from '../light.ts'
import { tieCount } from '../network/network.ts'
import type { Picture } from '../network/picture.ts'
import { graphics } from './graphics.ts'
import type { Acts } from './hands.ts'
import { Renderer } from './renderer.ts'
import type { Camera, Insets, Sight } from './sight.ts'

export type { Camera, Insets }
/** What the page may ask of the map that is drawn. */
export type GraphHandle = Pick<Sight, 'fit' | 'look' | 'zoom' | 'pan' | 'frame' | 'setCamera' | 'reveal'> & Pick<Renderer, 'point'>

interface GraphViewProps {
  picture: Picture
  acts: Acts
  insets: Insets
  /** Where to look from at first; left out, so that all is seen. */
  camera?: Camera | undefined
  members: (size: number) => string
  handle: Ref<GraphHandle | null>
}

/** The lines of so many ties are drawn straight, by another program. */
const MOST_BENT = 4000

const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** The map itself. */
export default function GraphView(props: GraphViewProps) {
  return <Drawn key={tieCount(props.picture.network) > MOST_BENT ? 'straight' : 'bent'} {...props} />
}

function Drawn({ picture, acts, insets, camera, members, handle }: GraphViewProps) {
  const container = useRef<HTMLDivElement>(null)
  const renderer = useRef<Renderer>(null)
  const latest = useRef({ picture, acts, insets, camera, members })
  latest.current = { picture, acts, insets, camera, members }
  const [light] = useLight()

  useImperativeHandle(handle, () => {
    const drawn = (): Renderer => renderer.current as Renderer
    return {
      fit: (entities, isStill) => drawn().sight.fit(entities, isStill),
      look: (entities) => drawn().sight.look(entities),
      zoom: (factor) => drawn().sight.zoom(factor),
      pan: (right, up) => drawn().sight.pan(right, up),
      point: (entities) => drawn().point(entities),
      frame: (insets) => drawn().sight.frame(insets),
      setCamera: (camera, isStill) => drawn().sight.setCamera(camera, isStill),
      reveal: (entity) => drawn().sight.reveal(entity)
    }
  }, [])

  useEffect(() => {
    const { current: place } = container
    if (!place) return
    const { picture, insets, camera } = latest.current
    const drawn = new Renderer(place, picture, {
      // The acts of now, not those of when the map was made.
      acts: {
        onPick: (entity, isMore) => latest.current.acts.onPick(entity, isMore),
        onPickAll: (entities) => latest.current.acts.onPickAll(entities),
        onOpen: (entity) => latest.current.acts.onOpen(entity),
        onPickCommunity: (community) => latest.current.acts.onPickCommunity(community),
        onPickGhost: (key) => latest.current.acts.onPickGhost(key),
        onPointGhost: (key) => latest.current.acts.onPointGhost(key),
        onEmpty: () => latest.current.acts.onEmpty(),
        onCamera: (camera) => latest.current.acts.onCamera(camera)
      },
      insets,
      isLean: graphics() === 'software',
      isStill: isStill(),
      members: (size) => latest.current.members(size)
    })
    renderer.current = drawn
    latestShown.set(drawn, picture)
    if (camera) drawn.sight.setCamera(camera, true)
    else drawn.sight.fit(picture.ways.length > 0 ? picture.ways.flat() : undefined, true)
    return () => {
      renderer.current = null
      drawn.kill()
    }
  }, [])

  useEffect(() => {
    const { current: drawn } = renderer
    if (drawn && picture !== latestShown.get(drawn)) {
      drawn.show(picture)
      latestShown.set(drawn, picture)
    }
  }, [picture])
  useEffect(() => {
    if (renderer.current) renderer.current.sight.insets = insets
  }, [insets])
  const drawnIn = useRef(light)
  useEffect(() => {
    if (light === drawnIn.current) return
    drawnIn.current = light
    renderer.current?.recolour()
  }, [light])

  return <div ref={container} className="graph" aria-hidden="true" />
}

/** Which picture each renderer shows. */
const latestShown = new WeakMap<Renderer, Picture>()
