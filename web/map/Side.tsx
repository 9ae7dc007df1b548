import { lazy, Suspense, useState } from 'react'
import { Connector } from '../connector/Connector.tsx'
import type { Graphics } from '../graph/graphics.ts'
import { useSay } from '../language.ts'
import { Aside } from '../meet/Aside.tsx'
import { Week } from '../meet/Week.tsx'
import type { Picture } from '../network/picture.ts'
import { useWide } from '../screen.ts'
import { Button } from '../ui/Button.tsx'
import { Heading } from '../ui/Heading.tsx'
import { LinesWaiting } from '../ui/Waiting.tsx'
import { Filters, Focus, Kept } from './Filters.tsx'
import { Legend } from './Legend.tsx'
import { namesOnMap } from './names-on-map.ts'
import { MOST_DRAWN } from './query.ts'
import { Start } from './Start.tsx'
import type { Suggested } from './suggested.ts'
import { isFiltered, unfiltered, type ViewActs } from './view.ts'
import { mapWords } from './words.ts'

const ListView = lazy(() => import('./ListView.tsx'))

interface SideProps extends Pick<ViewActs, 'view' | 'change'> {
  picture: Picture
  title: string
  isList: boolean
  /** Whether nothing is narrowed, chosen or named yet. */
  isBare: boolean
  graphics: Graphics
  onPlay: () => void
  onPick: (entity: number, isMore: boolean) => void
  onPoint: (entity: number | undefined) => void
  suggested: Suggested
  /** What the names of meetings do on the map. */
  named: Parameters<typeof namesOnMap>[0]
}

/** What is shown: said, told apart by the legend, narrowed by filters, or listed. */
export function Side({ picture, view, change, title, isList, isBare, graphics, onPlay, onPick, onPoint, suggested, named }: SideProps) {
  const say = useSay()
  const [isFirstFiltered] = useState(isFiltered(view))
  const isWide = useWide()
  const isNew = isBare && !isList
  const week = suggested.isWeek && (isWide || isList) && (
    <div {...namesOnMap(named)}>
      <Week isOpen={suggested.isWeekOpen} onOpen={suggested.setWeekOpen} isBrief={isList ? 'list' : undefined} />
    </div>
  )
  const legend = picture.network.kinds.length > 0 && (
    <>
      <div className="filters">
        <Filters picture={picture} view={view} change={change} />
      </div>
      <Legend picture={picture} view={view} change={change} suggestedCount={suggested.count} />
    </>
  )
  return (
    <aside className="left" aria-label={say(isList ? mapWords.list : mapWords.legend)}>
      <header className="left-head">
        <Heading className={isNew ? 'map-sentence' : 'map-title'}>{isNew ? say(mapWords.sentence) : title}</Heading>
        {!isNew && <Extent picture={picture} view={view} change={change} />}
        <Kept network={picture.network} view={view} change={change} />
        <Focus picture={picture} view={view} change={change} />
      </header>
      {week}
      {isNew && (
        <>
          <p className="soft left-lead">{say(mapWords.lead)}</p>
          <Start network={picture.network} change={change} onPlay={onPlay} />
          {picture.network.head.demonstration && <p className="demonstration">{say(mapWords.demonstration)}</p>}
          <Extent picture={picture} view={view} change={change} />
        </>
      )}
      {isList ? (
        <Suspense fallback={<LinesWaiting count={8} />}>
          <details className="choices-group list-filters" open={isFirstFiltered}>
            <summary>{say(mapWords.filters)}</summary>
            {legend}
          </details>
          <ListView picture={picture} onPick={onPick} onPoint={onPoint} />
        </Suspense>
      ) : (
        <>
          {legend}
          {graphics === 'software' && <p className="soft small">{say(mapWords.slow)}</p>}
        </>
      )}
      <div {...namesOnMap(named)}>
        <Aside />
      </div>
      <Connector />
    </aside>
  )
}

/** How much of the network is shown, and what shows more of it. */
function Extent({ picture: { network, shown }, view, change }: Pick<SideProps, 'picture' | 'view' | 'change'>) {
  const say = useSay()
  const { overview, matched, communities } = network.head
  return (
    <>
      <p className="map-count" role="status">
        {overview && communities.length > 1
          ? say(mapWords.overview)(shown.entityCount, matched.entities)
          : overview
            ? say(mapWords.ofOne)(shown.entityCount, matched.entities)
            : say(mapWords.count)(shown.entityCount, shown.tieCount)}
      </p>
      {overview && matched.entities <= MOST_DRAWN && (
        <button type="button" className="quiet" onClick={() => change({ whole: '1' })}>
          {say(mapWords.drawAll)}
        </button>
      )}
      {view.whole && <Button onClick={() => change({ whole: '', camera: '' })}>{say(mapWords.drawCommunities)}</Button>}
      {isFiltered(view) && <Button onClick={() => change(unfiltered)}>{say(mapWords.wholeAgain)}</Button>}
    </>
  )
}
