import { type RefObject, useEffect, useRef, useState } from 'react'
import { kinds } from '#contract/vocabulary/kinds.ts'
import type { GraphHandle, Insets } from '../graph/GraphView.tsx'
import { useLanguage, useSay } from '../language.ts'
import { inLanguage, to } from '../location.ts'
import { refAt } from '../network/network.ts'
import type { Picture } from '../network/picture.ts'
import { useUpright } from '../screen.ts'
import { Answered } from '../ui/Answered.tsx'
import { Heading } from '../ui/Heading.tsx'
import { useTitle } from '../ui/Page.tsx'
import { cameraIn } from './camera.ts'
import { Drawing, useDrawingSoon } from './Drawing.tsx'
import { useGraphics } from './graphics.ts'
import ListView from './ListView.tsx'
import { MapWaiting } from './MapWaiting.tsx'
import { useDrawnWays, useNetwork, usePicture } from './query.ts'
import { useViewTitle } from './title.ts'
import { useView } from './view.ts'
import { mapWords } from './words.ts'

const INSETS: Insets = { left: 10, right: 10, top: 56, bottom: 20 }

/** A view within another site: to look at and walk through, nothing more; nothing is remembered. */
export default function EmbedPage() {
  useDrawingSoon()
  const { view } = useView()
  const ways = useDrawnWays(view).data
  const query = useNetwork(view, ways)
  const picture = usePicture(query.data, view, ways)
  const title = useViewTitle(view, query.data)
  const say = useSay()
  const language = useLanguage()
  useTitle(title)
  return (
    <div className="embed">
      <header className="embed-head">
        <Heading className="map-title">{title}</Heading>
        <a className="embed-open" href={inLanguage(to.map(view), language)} target="_blank" rel="noreferrer">
          {say(mapWords.openInSite)}
        </a>
      </header>
      {picture ? (
        <Embedded picture={picture} camera={view.camera} />
      ) : (
        <Answered query={query} waiting={<MapWaiting />}>
          {() => null}
        </Answered>
      )}
    </div>
  )
}

function Embedded({ picture, camera }: { picture: Picture; camera: string }) {
  const say = useSay()
  const language = useLanguage()
  const graph = useRef<GraphHandle>(null)
  const stage = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<number>()
  const graphics = useGraphics()
  const isUpright = useUpright()
  const { network } = picture
  useTwoFingers(stage)
  const one = chosen === undefined ? undefined : refAt(network, chosen)
  if (graphics === 'none') return <ListView picture={picture} onPick={setChosen} onPoint={() => undefined} />
  return (
    <div ref={stage} className="embed-stage">
      <Drawing
        picture={picture}
        insets={INSETS}
        camera={cameraIn(camera, isUpright)}
        members={say(mapWords.members)}
        handle={graph}
        acts={{
          onPoint: () => undefined,
          onPick: setChosen,
          onPickAll: () => undefined,
          onOpen: setChosen,
          onPickCommunity: () => undefined,
          onEmpty: () => setChosen(undefined),
          onCamera: () => undefined
        }}
      />
      {one && (
        <p className={`embed-one kind-${one.type}`}>
          <span className="eyebrow">{say(kinds[one.type].name)}</span>
          <a href={inLanguage(to.card(one.id), language)} target="_blank" rel="noreferrer">
            {one.name}
          </a>
        </p>
      )}
      <p className="embed-fingers">{say(mapWords.twoFingers)}</p>
    </div>
  )
}

/** One finger scrolls the page around; two move the map. */
function useTwoFingers(stage: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const { current: place } = stage
    if (!place) return
    const keep = (event: TouchEvent): void => {
      if (event.touches.length < 2) event.stopPropagation()
    }
    const kinds = ['touchstart', 'touchmove'] as const
    for (const kind of kinds) place.addEventListener(kind, keep, { capture: true, passive: true })
    return () => {
      for (const kind of kinds) place.removeEventListener(kind, keep, { capture: true })
    }
  }, [stage])
}
