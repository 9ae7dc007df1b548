import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { Printing } from '../export/Printing.tsx'
import type { GraphHandle } from '../graph/GraphView.tsx'
import { useSay } from '../language.ts'
import { colourings } from '../network/colours.ts'
import { OnMapContext } from '../meet/on-map.ts'
import { Week } from '../meet/Week.tsx'
import type { Network } from '../network/network.ts'
import type { Picture } from '../network/picture.ts'
import { useLow, useUpright, useWide } from '../screen.ts'
import { Button } from '../ui/Button.tsx'
import { Face } from '../ui/Face.tsx'
import { Heading } from '../ui/Heading.tsx'
import { LinesWaiting } from '../ui/Waiting.tsx'
import { Beside } from './Beside.tsx'
import { cameraIn, cameraText } from './camera.ts'
import { Drawing } from './Drawing.tsx'
import { Kept } from './Filters.tsx'
import { useGraphics } from './graphics.ts'
import { useKeys } from './keys.ts'
import { useOnMap } from './on-map.ts'
import { Options, type Panel, panelIn } from './Options.tsx'
import { pickingIn } from './picking.ts'
import { Start } from './Start.tsx'
import { Side } from './Side.tsx'
import { insetsOf, useSight } from './sight.ts'
import { useSuggested } from './suggested.ts'
import { TimeBar } from './TimeBar.tsx'
import { Tools } from './Tools.tsx'
import { aroundToo, colouringOf, isDivided, isFiltered, unfiltered, type ViewActs } from './view.ts'
import { mapWords } from './words.ts'

const Chosen = lazy(() => import('./Chosen.tsx'))
const Export = lazy(() => import('../export/Export.tsx'))
const Keys = lazy(() => import('./Keys.tsx'))
const Share = lazy(() => import('./Share.tsx'))

interface MapDeskProps extends ViewActs {
  picture: Picture
  title: string
}

/** The map with all that is around it: what it shows, what is chosen, the years and the tools. */
export function MapDesk({ view, change, undo, redo, picture: shownPicture, title }: MapDeskProps) {
  const say = useSay()
  const graph = useRef<GraphHandle>(null)
  const panel = panelIn(view.panel)
  const setPanel = useCallback((open: Panel) => change({ panel: open ?? '' }), [change])
  const [isPlaying, setPlaying] = useState(false)
  const [isLegendOpen, setLegendOpen] = useState(false)
  const isWide = useWide()
  const isLow = useLow()
  const isUpright = useUpright()
  const graphics = useGraphics()
  const suggested = useSuggested(view, shownPicture)
  const { picture } = suggested
  const { network, shown } = picture
  const isList = view.show === 'list' || graphics === 'none'
  const isWay = view.from !== '' && view.to !== ''
  const isBeside = panel !== undefined || isWay || view.selected.length > 0
  const missing =
    shown.entityCount > 0 && !isWay && network.names.ids.length > 0 ? view.selected.find((id) => !network.placeOf.has(id)) : undefined
  const isBare = !isFiltered(view) && !isWay && view.selected.length === 0 && view.title === ''
  const isStrip = suggested.isWeek && !isWide && !isLow && !isList && !isBeside
  const strip = isStrip ? (suggested.isWeekOpen ? 'open' : 'folded') : 'none'
  const insets = useMemo(
    () => insetsOf({ isWide, isLow, isList, isBeside, isBare, strip }),
    [isWide, isLow, isList, isBeside, isBare, strip]
  )

  const camera = cameraIn(view.camera, isUpright)
  useSight(graph, picture, camera)

  const { onMap, acts, onPointGhost, onPickGhost } = useOnMap(graph, network, change)
  const picking = pickingIn(network, { view, change })
  const close = (): void => {
    if (panel) setPanel(undefined)
    else if (isWay) change({ from: '', to: '', avoid: [], maxHops: '', camera: '' })
    else if (view.selected.length > 0) change({ selected: [] })
  }
  const [only] = view.selected
  const zoom = (factor: number) => () => graph.current?.zoom(factor)
  const pan = (right: number, up: number) => () => graph.current?.pan(right, up)
  const fit = (): void => graph.current?.fit()
  const colouring = colouringOf(view, isDivided(network))
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

  const counted = [shown.entityCount, shown.tieCount] as const
  return (
    <OnMapContext value={onMap}>
      <div className={['stage', isList ? 'stage-list' : '', isBeside ? 'stage-beside' : '', isLegendOpen ? 'stage-legend' : ''].join(' ')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by the keys that its name tells */}
        <section className="map" tabIndex={0} aria-label={say(mapWords.drawing)(...counted)}>
          {graphics === 'none' ? (
            <Face title={say(mapWords.noGraphics)} hint={say(mapWords.noGraphicsHint)} />
          ) : (
            <Drawing
              picture={picture}
              insets={insets}
              camera={camera}
              members={say(mapWords.members)}
              handle={graph}
              acts={{
                onPick: picking.pick,
                onPickAll: picking.pickAll,
                onOpen: picking.open,
                onPickCommunity: (community) => change({ communities: [String(community)], camera: '' }),
                onPickGhost,
                onPointGhost,
                onEmpty: close,
                onCamera: (camera) => change({ camera: cameraText(camera, isUpright) }, true)
              }}
            />
          )}
          <header className="map-hero">
            <Heading className={isBare ? 'map-sentence' : 'unseen'}>{isBare ? say(mapWords.sentence) : title}</Heading>
            {isBare && <Start network={network} change={change} onPlay={() => setPlaying(true)} />}
            {isBare && network.head.demonstration && <p className="demonstration">{say(mapWords.demonstration)}</p>}
          </header>
          {isPlaying && view.until && (
            <p className="map-year" aria-hidden="true">
              {view.until.slice(0, 4)}
            </p>
          )}
          {missing !== undefined && (
            <p className="map-elsewhere" role="status">
              {say(mapWords.elsewhere)}
              <Button onClick={() => change(isFiltered(view) && view.around.length === 0 ? unfiltered : aroundToo(view.around, missing))}>
                {say(mapWords.bringIn)}
              </Button>
            </p>
          )}
          {shown.entityCount === 0 && <NothingShown isWhole={isBare} network={network} view={view} change={change} />}
        </section>
        <Side
          picture={picture}
          view={view}
          change={change}
          title={title}
          isList={isList}
          isBare={isBare}
          graphics={graphics}
          onPlay={() => setPlaying(true)}
          onPick={picking.pick}
          onPoint={(entity) => graph.current?.point(entity === undefined ? [] : [entity])}
          suggested={suggested}
          named={acts}
        />
        {isBeside && (
          <Beside label={say(mapWords.panel)} onClose={close} {...acts}>
            <Suspense fallback={<LinesWaiting count={3} />}>
              {panel === 'keys' && <Keys />}
              {panel === 'export' && (
                <Export
                  picture={picture}
                  view={view}
                  title={title}
                  frame={() => graph.current?.frame(insetsOf({ isWide, isLow, isList, isBeside: false, isBare, strip }))}
                />
              )}
              {panel === 'share' && <Share view={view} change={change} title={title} />}
              {panel === undefined && <Chosen picture={picture} view={view} change={change} meeting={suggested.meeting} />}
            </Suspense>
          </Beside>
        )}
        {isStrip && <Week isOpen={suggested.isWeekOpen} onOpen={suggested.setWeekOpen} isBrief="foot" />}
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
        {panel !== 'export' && <Printing picture={picture} view={view} title={title} />}
      </div>
    </OnMapContext>
  )
}

interface NothingProps extends Pick<ViewActs, 'view' | 'change'> {
  isWhole: boolean
  network: Network
}

function NothingShown({ isWhole, network, view, change }: NothingProps) {
  const say = useSay()
  return (
    <div className="map-nothing">
      <Face title={say(isWhole ? mapWords.empty : mapWords.nothing)} hint={say(isWhole ? mapWords.emptyHint : mapWords.nothingHint)}>
        {!isWhole && (
          <>
            <Kept network={network} view={view} change={change} />
            <Button rank="main" onClick={() => change(unfiltered)}>
              {say(mapWords.wholeAgain)}
            </Button>
          </>
        )}
      </Face>
    </div>
  )
}
