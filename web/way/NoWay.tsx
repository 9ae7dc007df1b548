import type { PathsAnswer } from '#contract/paths.ts'
import { useSay } from '../language.ts'
import { to, type WayAsked } from '../location.ts'
import { Button } from '../ui/Button.tsx'
import { EntityLine } from '../ui/EntityLine.tsx'
import { Face } from '../ui/Face.tsx'
import { words } from '../words.ts'
import { mostSteps } from './asked.ts'

interface NoWayProps {
  asked: WayAsked
  names: { from: string; to: string }
  nearest: NonNullable<PathsAnswer['nearest']>
  onAsk: (asked: WayAsked) => void
}

/** No way is an answer too: which choices may have closed it, and who is nearest. */
export function NoWay({ asked, names, nearest, onAsk }: NoWayProps) {
  const say = useSay()
  const isNarrow = Boolean(asked.since || asked.avoid?.length || (asked.maxHops && Number(asked.maxHops) < mostSteps))
  return (
    <section className="no-way">
      <div role="status">
        <Face title={say(words.way.none)(names.from, names.to)} hint={isNarrow ? say(words.way.loosen) : undefined}>
          {asked.since && <Button onClick={() => onAsk({ ...asked, since: undefined })}>{say(words.way.allTies)}</Button>}
          {asked.avoid && asked.avoid.length > 0 && (
            <Button onClick={() => onAsk({ ...asked, avoid: [] })}>{say(words.way.noAvoid)}</Button>
          )}
          {asked.maxHops && Number(asked.maxHops) < mostSteps && (
            <Button onClick={() => onAsk({ ...asked, maxHops: undefined })}>{say(words.way.allSteps)}</Button>
          )}
        </Face>
      </div>
      {nearest.length === 0 ? (
        <div className="nearest">
          <h2 className="section-title">{say(words.way.alone)(names.from)}</h2>
          <p className="soft">{say(words.way.aloneHint)}</p>
        </div>
      ) : (
        <div className="nearest">
          <h2 className="section-title">{say(words.way.nearest)(names.to)}</h2>
          <ul className="lines">
            {nearest.map((entity) => (
              <li key={entity.id}>
                <EntityLine of={entity} href={to.way({ ...asked, to: entity.id })}>
                  <span className="line-detail">{say(words.way.hops)(entity.hops)}</span>
                </EntityLine>
              </li>
            ))}
          </ul>
          <p className="soft">{say(words.way.nearestHint)}</p>
        </div>
      )}
    </section>
  )
}
