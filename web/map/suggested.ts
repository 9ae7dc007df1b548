import { useMemo, useState } from 'react'
import type { Meeting } from '#contract/matches.ts'
import { useSay } from '../language.ts'
import { isDecided, useDecided } from '../meet/decided.ts'
import { ghostsOf } from '../meet/ghosts.ts'
import { canMeet, keyOf, keyOfMeeting, meetingsIn, MOST_OF_ONE, MOST_OF_WEEK } from '../meet/meeting.ts'
import { useMatches, useMeetings } from '../meet/query.ts'
import type { MapAsked } from '../location.ts'
import { refAt } from '../network/network.ts'
import type { Picture } from '../network/picture.ts'
import { isFiltered } from './view.ts'

/** The meetings that stand beside the map, and what of them is drawn on it. */
export interface Suggested {
  /** The two that are chosen, where they should meet. */
  meeting: Meeting | undefined
  /** Whether the meetings of the week have their place: nothing is chosen but one of them. */
  isWeek: boolean
  isWeekOpen: boolean
  setWeekOpen: (isOpen: boolean) => void
  /** How many are shown, drawn or not. */
  count: number
  picture: Picture
}

const none: readonly Meeting[] = []

/** What is suggested in a view: to the one that is chosen, else to the network. */
export function useSuggested(view: MapAsked, picture: Picture): Suggested {
  const say = useSay()
  const [isWeekOpen, setWeekOpen] = useState(!isFiltered(view))
  const [first, second] = view.selected
  const isWay = view.from !== '' && view.to !== ''
  const isTwo = view.selected.length === 2
  const week = useMeetings(!isWay).data?.meetings ?? none
  const decided = useDecided()
  // What was just decided about is told as long as one looks at it.
  const ofWeek = isTwo
    ? find([...week, ...decided.filter(({ list }) => list === 'week').map(({ meeting }) => meeting)], first, second)
    : undefined
  const { network } = picture
  const meets = (id: string | undefined): string | undefined => {
    const place = id === undefined ? undefined : network.placeOf.get(id)
    return place !== undefined && canMeet(refAt(network, place)) ? id : undefined
  }
  const isAsked = !isWay && !ofWeek && view.selected.length > 0 && view.selected.length <= 2
  const ofFirst = useMatches(isAsked ? meets(first) : undefined).data
  const ofSecond = useMatches(isAsked && isTwo ? meets(second) : undefined).data
  const meeting =
    ofWeek ??
    (isTwo
      ? find(
          [ofFirst, ofSecond].flatMap((one) => (one ? meetingsIn(one) : [])),
          first,
          second
        )
      : undefined)
  const isWeek = !isWay && (first === undefined || ofWeek !== undefined)
  const shown = useMemo(() => {
    const listed = (meetings: readonly Meeting[], most: number) => meetings.filter((one) => !isDecided(decided, one)).slice(0, most)
    if (isWay) return none
    if (isWeek) return isWeekOpen || ofWeek ? listed(week, MOST_OF_WEEK) : none
    if (isTwo) return meeting ? listed([meeting], 1) : none
    return ofFirst && second === undefined ? listed(meetingsIn(ofFirst), MOST_OF_ONE) : none
  }, [isWay, isWeek, isWeekOpen, ofWeek, week, isTwo, meeting, ofFirst, second, decided])
  const isDrawn = view.ghosts !== 'none'
  const drawn = useMemo(
    () => (isDrawn && shown.length > 0 ? { ...picture, ghosts: ghostsOf(picture, shown, say) } : picture),
    [picture, shown, isDrawn, say]
  )
  return { meeting, isWeek, isWeekOpen, setWeekOpen, count: shown.length, picture: drawn }
}

/** The meeting of these two, whichever is named first. */
function find(meetings: readonly Meeting[], one: string | undefined, other: string | undefined): Meeting | undefined {
  if (one === undefined || other === undefined) return undefined
  const key = keyOf(one, other)
  return meetings.find((meeting) => keyOfMeeting(meeting) === key)
}
