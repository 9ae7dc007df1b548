import { Answered } from '../ui/Answered.tsx'
import { useTitle } from '../ui/Page.tsx'
import { MapDesk } from './MapDesk.tsx'
import { MapWaiting } from './MapWaiting.tsx'
import { useDrawnWays, useNetwork, usePicture } from './query.ts'
import { useViewTitle } from './title.ts'
import { useView } from './view.ts'

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
