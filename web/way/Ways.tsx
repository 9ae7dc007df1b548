import type { EntityRef } from '#contract/entity.ts'
import type { Path, PathsAnswer } from '#contract/paths.ts'
import { shortName } from '../card/groups.ts'
import { percent } from '../spoken.ts'
import { useLanguage, useSay } from '../language.ts'
import { capital } from '../lexicon.ts'
import { words } from '../words.ts'
import { Steps } from './Steps.tsx'
import { strengthOfWay } from './strength.ts'

interface WaysProps {
  answer: PathsAnswer
  onAvoid: (id: string) => void
}

/** The ways found, side by side where there is room, the strongest first. */
export function Ways({ answer: { paths, entities }, onAvoid }: WaysProps) {
  const say = useSay()
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  return (
    <section aria-labelledby="ways-count">
      <h2 id="ways-count" className="section-title" aria-live="polite">
        {say(words.way.count)(paths.length)}
      </h2>
      <p className="soft ways-note">{say(words.way.figures)}</p>
      <div className={`ways ways-${Math.min(paths.length, 3)}`}>
        {paths.map((path, index) => (
          <Way key={path.steps.map((step) => step.to).join(' ')} rank={index} path={path} entities={byId} onAvoid={onAvoid} />
        ))}
      </div>
    </section>
  )
}

function Way({
  rank,
  path,
  entities,
  onAvoid
}: {
  rank: number
  path: Path
  entities: Map<string, EntityRef>
  onAvoid: (id: string) => void
}) {
  const say = useSay()
  const language = useLanguage()
  const level = strengthOfWay(path.strength, path.steps.length)
  return (
    <article className={rank === 0 ? 'way way-first' : 'way'} aria-labelledby={`way-${rank}`}>
      <header className="way-head">
        <h3 id={`way-${rank}`}>{useThrough(path, entities)}</h3>
        <p className="way-strength">
          <span className="way-level">{capital(say(words.way.strength[level]))}</span>
          <span className="way-figure">{say(words.way.about)(percent(path.strength, language))}</span>
        </p>
      </header>
      <Steps path={path} entities={entities} onAvoid={onAvoid} />
    </article>
  )
}

/** Who stands between the ends: what a way is called by. */
function useThrough({ steps }: Path, entities: Map<string, EntityRef>): string {
  const say = useSay()
  const between = steps.slice(0, -1).flatMap((step) => entities.get(step.to) ?? [])
  return between.length === 0 ? say(words.way.direct) : say(words.way.through)(between.map(shortName))
}
