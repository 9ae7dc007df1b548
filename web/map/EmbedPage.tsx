import { MinusIcon } from '@phosphor-icons/react/Minus'
import { PlusIcon } from '@phosphor-icons/react/Plus'
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react'
import { kinds, types } from '#contract/vocabulary/kinds.ts'
import type { GraphHandle, Insets } from '../graph/GraphView.tsx'
import { useLanguage, useSay } from '../language.ts'
import { inLanguage, to } from '../location.ts'
import { idAt, refAt, typeAt } from '../network/network.ts'
import type { Picture } from '../network/picture.ts'
import { useUpright, useWide } from '../screen.ts'
import { Answered } from '../ui/Answered.tsx'
import { Heading } from '../ui/Heading.tsx'
import { looks } from '../ui/kinds.ts'
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
/** Where the legend has room beside the map. */
const WIDE_INSETS: Insets = { ...INSETS, left: 290, right: 60 }

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
  const [chosen, setChosen] = useState<string>()
  const graphics = useGraphics()
  const isUpright = useUpright()
  const isWide = useWide()
  const { network } = picture
  useTwoFingers(stage)
  const choose = (entity: number): void => setChosen(idAt(network, entity))
  const place = chosen === undefined ? undefined : network.placeOf.get(chosen)
  const one = place === undefined ? undefined : refAt(network, place)
  const told = one && (
    <p className={`embed-one kind-${one.type}`}>
      <span className="eyebrow">{say(kinds[one.type].name)}</span>
      <a href={inLanguage(to.card(one.id), language)} target="_blank" rel="noreferrer">
        {one.name}
      </a>
    </p>
  )
  if (graphics === 'none')
    return (
      <>
        <ListView picture={picture} onPick={choose} onPoint={() => undefined} />
        {told}
      </>
    )
  return (
    <div ref={stage} className="embed-stage">
      <Drawing
        picture={picture}
        insets={isWide ? WIDE_INSETS : INSETS}
        camera={cameraIn(camera, isUpright)}
        members={say(mapWords.members)}
        handle={graph}
        acts={{
          onPick: choose,
          onPickAll: () => undefined,
          onOpen: choose,
          onPickCommunity: () => undefined,
          onPickGhost: () => undefined,
          onPointGhost: () => undefined,
          onEmpty: () => setChosen(undefined),
          onCamera: () => undefined
        }}
      />
      <div className="embed-zoom">
        <button type="button" className="round" aria-label={say(mapWords.zoomIn)} onClick={() => graph.current?.zoom(0.7)}>
          <PlusIcon aria-hidden="true" />
        </button>
        <button type="button" className="round" aria-label={say(mapWords.zoomOut)} onClick={() => graph.current?.zoom(1.4)}>
          <MinusIcon aria-hidden="true" />
        </button>
      </div>
      <div className="embed-foot">
        <EmbedLegend picture={picture} />
        {told}
        <p className="embed-fingers">{say(mapWords.twoFingers)}</p>
      </div>
    </div>
  )
}

/** What the colours tell, and nothing to press but the fold; folded where there is little room. */
function EmbedLegend({ picture: { network, shown, colours } }: { picture: Picture }) {
  const say = useSay()
  const isWide = useWide()
  const here = [...shown.entities.keys()].filter((entity) => shown.entities[entity] === 1)
  const groups = new Set(here.map((entity) => colours.of[entity]))
  const kindsHere = new Set(here.map((entity) => typeAt(network, entity)))
  return (
    <details className="embed-legend" open={isWide}>
      <summary>{say(mapWords.legend)}</summary>
      <ul>
        {colours.colouring === 'kind'
          ? types
              .filter((type) => kindsHere.has(type))
              .map((type) => (
                <li key={type} className={`legend-line kind-${type}`}>
                  <svg className={looks[type].open ? 'legend-form legend-form-open' : 'legend-form'} viewBox="0 0 48 48" aria-hidden="true">
                    <path d={looks[type].form} />
                  </svg>
                  <span className="legend-name">{say(kinds[type].plural)}</span>
                </li>
              ))
          : colours.groups
              .filter((_, place) => groups.has(place))
              .map(({ key, name, colour }) => (
                <li key={key} className="legend-line" style={{ '--kind': `var(${colour})` } as CSSProperties}>
                  <span className="swatch" />
                  <span className="legend-name">{key === '' ? say(mapWords.others) : name}</span>
                </li>
              ))}
      </ul>
    </details>
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
