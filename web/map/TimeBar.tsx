import { PauseIcon } from '@phosphor-icons/react/Pause'
import { PlayIcon } from '@phosphor-icons/react/Play'
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react'
import { DAY_ZERO } from '#contract/packed-network.ts'
import { useSay } from '../language.ts'
import type { Network } from '../network/network.ts'
import { useMonthWords } from './months.ts'
import type { ViewActs } from './view.ts'
import { mapWords } from './words.ts'

interface TimeBarProps extends Pick<ViewActs, 'view' | 'change'> {
  network: Network
  isPlaying: boolean
  onPlay: (isPlaying: boolean) => void
}

/** Months, counted from January of year 0. */
const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1
const textOf = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

/** How long a month lasts where years are played: some browsers let a page change its address a hundred times in ten seconds. */
const MONTH_MS = 130

/** The years in which ties held: from one month to another, or played from the first to the last. */
export function TimeBar({ network, view, change, isPlaying, onPlay }: TimeBarProps) {
  const say = useSay()
  const spoken = useMonthWords()
  const { span } = network.head
  const [first, last] = span ? [monthOf(span.first), monthOf(span.last)] : [0, 0]
  const since = Math.min(Math.max(view.since ? monthOf(view.since) : first, first), last)
  const until = Math.max(Math.min(view.until ? monthOf(view.until) : last, last), since)
  const [moving, setMoving] = useState<{ since: number; until: number }>()
  const at = moving ?? { since, until }

  // From the beginning, where the end was reached.
  const start = useRef(true)
  useEffect(() => {
    if (!isPlaying) {
      start.current = true
      return
    }
    if (start.current && until >= last) change({ until: textOf(since) })
    start.current = false
  }, [isPlaying, until, last, since, change])
  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => {
      if (until >= last && !start.current) onPlay(false)
      else change({ until: until + 1 >= last ? '' : textOf(until + 1) }, true)
    }, MONTH_MS)
    return () => clearTimeout(timer)
  }, [isPlaying, until, last, change, onPlay])

  const years = useMemo(() => startsByYear(network, first, last), [network, first, last])
  if (!span || last - first < 2) return null

  const move = (to: { since: number; until: number }): void => {
    setMoving(to)
    change({ since: to.since <= first ? '' : textOf(to.since), until: to.until >= last ? '' : textOf(to.until) }, moving !== undefined)
  }
  const share = (month: number): string => `${((month - first) / (last - first)) * 100}%`
  return (
    <section className="time" aria-label={say(mapWords.time)}>
      <button
        type="button"
        className="round"
        aria-label={say(isPlaying ? mapWords.pause : mapWords.play)}
        onClick={() => onPlay(!isPlaying)}
      >
        {isPlaying ? <PauseIcon weight="regular" aria-hidden="true" /> : <PlayIcon weight="regular" aria-hidden="true" />}
      </button>
      <div className="time-track" style={{ '--since': share(at.since), '--until': share(at.until) } as CSSProperties}>
        <div className="time-years" aria-hidden="true">
          {years.map(({ year, share }) => (
            <span key={year} title={String(year)} style={{ '--share': share } as CSSProperties} />
          ))}
        </div>
        <div className="time-chosen" />
        {(['since', 'until'] as const).map((end) => (
          <input
            key={end}
            type="range"
            min={first}
            max={last}
            value={at[end]}
            aria-label={say(end === 'since' ? mapWords.timeFrom : mapWords.timeTo)}
            aria-valuetext={spoken(textOf(at[end]))}
            onChange={({ target }) => {
              const month = Number(target.value)
              move(
                end === 'since'
                  ? { since: Math.min(month, at.until), until: at.until }
                  : { since: at.since, until: Math.max(month, at.since) }
              )
            }}
            onPointerUp={() => setMoving(undefined)}
            onKeyUp={() => setMoving(undefined)}
            onBlur={() => setMoving(undefined)}
          />
        ))}
      </div>
      <p className="time-said" aria-live="off">
        {at.since <= first && at.until >= last ? (
          say(mapWords.allYears)
        ) : (
          <>
            {spoken(textOf(at.since))} – {spoken(textOf(at.until))}
          </>
        )}
      </p>
    </section>
  )
}

/** How many ties began in each year, of the most in one. */
function startsByYear({ times }: Network, first: number, last: number): { year: number; share: number }[] {
  const years = Array.from({ length: Math.floor(last / 12) - Math.floor(first / 12) + 1 }, () => 0)
  for (const day of times.from) {
    if (day === 0) continue
    const place = new Date((day + DAY_ZERO) * 86_400_000).getUTCFullYear() - Math.floor(first / 12)
    if (place >= 0 && place < years.length) years[place] = (years[place] as number) + 1
  }
  const most = Math.max(1, ...years)
  return years.map((count, place) => ({ year: Math.floor(first / 12) + place, share: count / most }))
}
