import { isStarting, Refused } from '../api.ts'
import { useSay } from '../language.ts'
import { to } from '../location.ts'
import { Answered } from '../ui/Answered.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { Face } from '../ui/Face.tsx'
import { Heading } from '../ui/Heading.tsx'
import { useTitle } from '../ui/Page.tsx'
import { useDrawingSoon } from './Drawing.tsx'
import { MapDesk } from './MapDesk.tsx'
import { MapWaiting } from './MapWaiting.tsx'
import { useDrawnWays, useNetwork, usePicture } from './query.ts'
import { useViewTitle } from './title.ts'
import { useView } from './view.ts'
import { mapWords } from './words.ts'

/** The living map: what is there, seen, listed, narrowed and told. */
export function MapPage() {
  useDrawingSoon()
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
        <Answered
          query={query}
          waiting={<MapWaiting />}
          failed={(error) => error instanceof Refused && !isStarting(error) && <NoSuchView />}
        >
          {() => null}
        </Answered>
      )}
    </div>
  )
}

/** An address whose themes or people are gone, or that was cut on its way here. */
function NoSuchView() {
  const say = useSay()
  return (
    <div role="alert">
      <Heading className="unseen">{say(mapWords.title)}</Heading>
      <Face drawing="failed" title={say(mapWords.gone)} hint={say(mapWords.goneHint)}>
        <ButtonLink rank="main" href={to.map()}>
          {say(mapWords.wholeAgain)}
        </ButtonLink>
      </Face>
    </div>
  )
}
