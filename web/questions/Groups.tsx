import type { EntityRef } from '#contract/entity.ts'
import type { CommunityTold } from '#contract/questions.ts'
import { useSay } from '../language.ts'
import { to } from '../location.ts'
import { Answered } from '../ui/Answered.tsx'
import { Link } from '../ui/Link.tsx'
import { LinesWaiting } from '../ui/Waiting.tsx'
import { useCommunities } from './query.ts'
import { questionsWords } from './words.ts'

/** Somebody alone is no group. */
const SMALLEST = 3

/** The communities of the network, what they share, and who leads from each to the others. */
export function Groups() {
  const say = useSay()
  const query = useCommunities()
  return (
    <section className="groups" aria-labelledby="groups">
      <h2 id="groups" className="section-title">
        {say(questionsWords.groups)}
      </h2>
      <Answered query={query} waiting={<LinesWaiting count={4} />}>
        {({ communities }) => (
          <ul className="groups-list">
            {communities
              .filter(({ size }) => size >= SMALLEST)
              .map((community) => (
                <Group key={community.id} community={community} />
              ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}

function Group({ community: { id, name, size, people, shares, bridges } }: { community: CommunityTold }) {
  const say = useSay()
  return (
    <li className="group">
      <h3 className="group-name">
        <Link href={to.map({ communities: [String(id)], colour: 'community' })}>{name}</Link>
      </h3>
      <p className="soft">{say(questionsWords.size)(size, people)}</p>
      {shares.length > 0 && <Named label={say(questionsWords.shares)} entities={shares} />}
      {bridges.length > 0 && <Named label={say(questionsWords.bridges)} entities={bridges} />}
    </li>
  )
}

/** Names after a label, each leading to its card. */
function Named({ label, entities }: { label: string; entities: readonly EntityRef[] }) {
  return (
    <p className="group-named">
      <span className="soft">{label}</span>
      {entities.map(({ id, name }, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <Link href={to.card(id)}>{name}</Link>
        </span>
      ))}
    </p>
  )
}
