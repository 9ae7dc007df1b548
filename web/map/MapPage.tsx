import { lazy, type RefObject, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { number } from '../dates.ts'
import type { Camera, GraphHandle, Insets } from '../graph/GraphView.tsx'
import { useLanguage, useSay } from '../language.ts'
import { colourings } from '../network/colours.ts'
import { idAt } from '../network/network.ts'
import type { Picture } from '../network/picture.ts'
import { useUpright, useWide } from '../screen.ts'
import { Answered } from '../ui/Answered.tsx'
import { Button } from '../ui/Button.tsx'
import { Face } from '../ui/Face.tsx'
import { Heading } from '../ui/Heading.tsx'
import { useTitle } from '../ui/Page.tsx'
import { LinesWaiting } from '../ui/Waiting.tsx'
import { Beside } from './Beside.tsx'
import { cameraIn, cameraText } from './camera.ts'
import { Filters, Focus } from './Filters.tsx'
import { useGraphics } from './graphics.ts'
import { useKeys } from './keys.ts'
import { Legend } from './Legend.tsx'
import { MapWaiting } from './MapWaiting.tsx'
import { Options, type Panel, panelIn } from './Options.tsx'
import { MOST_DRAWN, useDrawnWays, useNetwork, usePicture } from './query.ts'
import { Start } from './Start.tsx'
import { TimeBar } from './TimeBar.tsx'
import { useViewTitle } from './title.ts'
import { Tools } from './Tools.tsx'
import { aroundToo, colouringOf, isFiltered, unfiltered, useView, type ViewActs } from './view.ts'
import { mapWords } from './words.ts'

/** An address has room for so many that are chosen at once. */
const MOST_PICKED = 60

const Chosen = lazy(() => import('./Chosen.tsx'))
const GraphView = lazy(() => import('../graph/GraphView.tsx'))
const Keys = lazy(() => import('./Keys.tsx'))
const ListView = lazy(() => import('./ListView.tsx'))
const Share = lazy(() => import('./Share.tsx'))

/** The living map: what is there, seen, listed, narrowed and told. */
export function MapPage() {
  const acts = useView()
  const ways = useDrawnWays(acts.view).data
  const query = useNetwork(acts.view, ways)
  const picture = usePicture(query.data, acts.view, ways)
  const title = useViewTitle(acts.view, query.data)
  useTitle(title)
  return (
    <div className="map-page">
      {picture ? (
        <MapDesk {...acts} picture={picture} title={title} />
      ) : (
        <Answered query={query} waiting={<MapWaiting />}>
          {() => null}
        </Answered>
      )}
    </div>
  )
}

interface MapDeskProps extends ViewActs {
  picture: Picture
  title: string
}

function MapDesk({ view, change, undo, redo, picture, title }: MapDeskProps) {
  const say = useSay()
  const language = useLanguage()
  const graph = useRef<GraphHandle>(null)
  const panel = panelIn(view.panel)
  const setPanel = useCallback((open: Panel) => change({ panel: open ?? '' }), [change])
  const [isPlaying, setPlaying] = useState(false)
  const [isLegendOpen, setLegendOpen] = useState(false)
  const isWide = useWide()
  const isUpright = useUpright()
  const graphics = useGraphics()
  const { network, shown } = picture
  const isList = view.show === 'list' || graphics === 'none'
  const isWay = view.from !== '' && view.to !== ''
  const isBeside = panel !== undefined || isWay || view.selected.length > 0
  const insets = useMemo(() => insetsOf(isWide, isList, isBeside), [isWide, isList, isBeside])

  useCameraOfView(graph, picture, cameraIn(view.camera, isUpright))

  const pick = useCallback(
    (entity: number, isMore: boolean) => {
      const id = idAt(network, entity)
      change({
        panel: '',
        selected: isMore ? (view.selected.includes(id) ? view.selected.filter((other) => other !== id) : [...view.selected, id]) : [id]
      })
    },
    [network, change, view.selected]
  )
  const pickAll = (entities: number[]): void => {
    const added = entities.slice(0, MOST_PICKED).map((entity) => idAt(network, entity))
    change({ panel: '', selected: [...new Set([...view.selected, ...added])] })
  }
  const open = (entity: number): void => change({ ...aroundToo(view.around, idAt(network, entity)), selected: [idAt(network, entity)] })
  const close = (): void => {
    if (panel) setPanel(undefined)
    else if (isWay) change({ from: '', to: '', avoid: [], maxHops: '', camera: '' })
    else if (view.selected.length > 0) change({ selected: [] })
  }
  const [only] = view.selected
  const zoom = (factor: number) => () => graph.current?.zoom(factor)
  const pan = (right: number, up: number) => () => graph.current?.pan(right, up)
  const fit = (): void => graph.current?.fit()
  const colouring = colouringOf(view, network)
  useKeys({
    l: () => change({ show: isList ? '' : 'list' }),
    '0': fit,
    '+': zoom(0.7),
    '=': zoom(0.7),
    '-': zoom(1.4),
    ArrowLeft: pan(-0.1, 0),
    ArrowRight: pan(0.1, 0),
    ArrowUp: pan(0, 0.1),
    ArrowDown: pan(0, -0.1),
    a: only === undefined ? undefined : () => change({ around: [...new Set([...view.around, ...view.selected])], camera: '' }),
    c: () => change({ colour: colourings[(colourings.indexOf(colouring) + 1) % colourings.length] as string }),
    ' ': () => setPlaying(!isPlaying),
    'ctrl+z': undo,
    'ctrl+y': redo,
    Escape: close,
    '?': () => setPanel(panel === 'keys' ? undefined : 'keys')
  })

  const counted = [number(shown.entityCount, language), number(shown.tieCount, language)] as const
  const isBare = !isFiltered(view) && !isWay && view.selected.length === 0 && view.title === ''
  return (
    <div className={['stage', isList ? 'stage-list' : '', isBeside ? 'stage-beside' : '', isLegendOpen ? 'stage-legend' : ''].join(' ')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by the keys that its name tells */}
      <section className="map" tabIndex={0} aria-label={say(mapWords.drawing)(...counted)}>
        {graphics === 'none' ? (
          <Face title={say(mapWords.noGraphics)} hint={say(mapWords.noGraphicsHint)} />
        ) : (
          <Suspense fallback={<MapWaiting />}>
            <GraphView
              picture={picture}
              insets={insets}
              camera={cameraIn(view.camera, isUpright)}
              members={(size) => say(mapWords.members)(number(size, language))}
              handle={graph}
              acts={{
                onPoint: () => undefined,
                onPick: pick,
                onPickAll: pickAll,
                onOpen: open,
                onPickCommunity: (community) => change({ communities: [String(community)], camera: '' }),
                onEmpty: close,
                onCamera: (camera) => change({ camera: cameraText(camera, isUpright) }, true)
              }}
            />
          </Suspense>
        )}
        {isBare && (
          <header className="map-hero">
            <h1 className="map-sentence">{say(mapWords.sentence)}</h1>
            <p className="map-count">{say(mapWords.count)(...counted)}</p>
          </header>
        )}
        {shown.entityCount === 0 && <NothingShown isWhole={isBare} onClear={() => change(unfiltered)} />}
      </section>
      <aside className="left" aria-label={say(isList ? mapWords.list : mapWords.legend)}>
        <header className="left-head">
          {isBare && !isList ? (
            <>
              <Heading className="map-sentence">{say(mapWords.sentence)}</Heading>
              <p className="soft">{say(mapWords.lead)}</p>
            </>
          ) : (
            <Heading className="map-title">{title}</Heading>
          )}
          <p className="map-count" role="status">
            {network.head.overview
              ? say(mapWords.overview)(counted[0], number(network.head.matched.entities, language))
              : say(mapWords.count)(...counted)}
          </p>
          {network.head.overview && network.head.matched.entities <= MOST_DRAWN && (
            <Button onClick={() => change({ whole: '1' })}>{say(mapWords.drawAll)}</Button>
          )}
          {view.whole && <Button onClick={() => change({ whole: '', camera: '' })}>{say(mapWords.drawCommunities)}</Button>}
          {isFiltered(view) && <Button onClick={() => change(unfiltered)}>{say(mapWords.wholeAgain)}</Button>}
          <Focus picture={picture} view={view} change={change} />
        </header>
        {isList ? (
          <Suspense fallback={<LinesWaiting count={8} />}>
            <details className="choices-group list-filters" open={isFiltered(view)}>
              <summary>{say(mapWords.filters)}</summary>
              <Legend picture={picture} view={view} change={change} />
              <Filters picture={picture} view={view} change={change} />
            </details>
            <ListView picture={picture} onPick={pick} onPoint={(entity) => graph.current?.point(entity)} />
          </Suspense>
        ) : (
          <>
            {isBare && <Start network={network} change={change} />}
            <Legend picture={picture} view={view} change={change} />
            <Filters picture={picture} view={view} change={change} />
            {graphics === 'software' && <p className="soft small">{say(mapWords.slow)}</p>}
          </>
        )}
      </aside>
      {isBeside && (
        <Beside label={say(mapWords.panel)} onClose={close}>
          <Suspense fallback={<LinesWaiting count={3} />}>
            {panel === 'keys' && <Keys />}
            {panel === 'share' && <Share view={view} change={change} title={title} />}
            {panel === undefined && <Chosen picture={picture} view={view} change={change} />}
          </Suspense>
        </Beside>
      )}
      <div className="bottom">
        <TimeBar network={network} view={view} change={change} isPlaying={isPlaying} onPlay={setPlaying} />
        <Tools
          isList={isList}
          onList={() => change({ show: isList ? '' : 'list' })}
          onLegend={() => setLegendOpen(!isLegendOpen)}
          isLegendOpen={isLegendOpen}
          undo={undo}
          redo={redo}
          onZoom={(factor) => graph.current?.zoom(factor)}
          onFit={fit}
        />
      </div>
      <Options panel={panel} onPanel={setPanel} />
    </div>
  )
}

function NothingShown({ isWhole, onClear }: { isWhole: boolean; onClear: () => void }) {
  const say = useSay()
  return (
    <div className="map-nothing">
      <Face title={say(isWhole ? mapWords.empty : mapWords.nothing)} hint={say(isWhole ? mapWords.emptyHint : mapWords.nothingHint)}>
        {!isWhole && (
          <Button rank="main" onClick={onClear}>
            {say(mapWords.clear)}
          </Button>
        )}
      </Face>
    </div>
  )
}

/** What panels cover of the map. */
function insetsOf(isWide: boolean, isList: boolean, isBeside: boolean): Insets {
  // The dock at the foot of a phone, or the sheet that covers it.
  if (!isWide) return { left: 0, right: 0, top: 0, bottom: isBeside ? window.innerHeight * 0.56 : 105 }
  return { left: isList ? 560 : 330, right: isBeside ? 430 : 60, top: 10, bottom: 80 }
}

/**
 * Where the map is looked at from: where the address says; of another part of the network, where all of it is seen; of something chosen
 * that is out of sight, where it is in the middle.
 */
function useCameraOfView(graph: RefObject<GraphHandle | null>, picture: Picture, asked: Camera | undefined): void {
  const { network } = picture
  const last = useRef({ network, ways: picture.ways })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another network or way moves the camera; the camera of the address may change by hand
  useEffect(() => {
    const isOther = last.current.network !== network || last.current.ways !== picture.ways
    last.current = { network, ways: picture.ways }
    if (!isOther || !graph.current) return
    if (asked) graph.current.setCamera(asked)
    else graph.current.fit(picture.ways.length > 0 ? picture.ways.flat() : undefined)
  }, [network, picture.ways])
  const [first] = picture.selected
  useEffect(() => {
    if (first !== undefined) graph.current?.reveal(first)
  }, [graph, first])
}
