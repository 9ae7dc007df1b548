import type { EntityRef } from '#contract/entity.ts'
import { kinds } from '#contract/vocabulary/kinds.ts'
import { shortName } from '../card/groups.ts'
import { number } from '../dates.ts'
import { useLanguage, useSay } from '../language.ts'
import { to, useAsked, useGo } from '../location.ts'
import { Finder } from '../search/Finder.tsx'
import { KindChips } from '../search/KindChips.tsx'
import { kindsIn } from '../search/kinds.ts'
import { EntityLine } from '../ui/EntityLine.tsx'
import { Heading } from '../ui/Heading.tsx'
import { Link } from '../ui/Link.tsx'
import { Page } from '../ui/Page.tsx'
import { Steps } from '../way/Steps.tsx'
import { words } from '../words.ts'
import { type Example, useDiscoveries, useExample, useHealth } from './query.ts'
import { seenLately } from './recent.ts'

export function HomePage() {
  const say = useSay()
  const go = useGo()
  const types = kindsIn(useAsked())
  const { people, discoveries } = useDiscoveries()
  const example = useExample(people).data
  const recent = seenLately()
  return (
    <Page title={say(words.home.title)} className="home-page">
      <div className={example ? 'hero hero-with-example' : 'hero'}>
        <div className="hero-words">
          <Heading className="hero-sentence">{say(words.home.sentence)}</Heading>
          <p className="lead">{say(words.home.lead)}</p>
          <Finder
            id="find"
            look="hero"
            label={say(words.search.label)}
            placeholder={say(words.search.placeholder)}
            types={types}
            onPick={({ id }) => go(to.card(id))}
            onText={(text) => go(to.search(text, types))}
          />
          <KindChips kept={types} onKeep={(kept) => go(to.home(kept), { replace: true })} />
          <Network />
        </div>
        {example && <ExampleWay example={example} />}
      </div>
      <div className="columns">
        {recent.length > 0 && <Column title={say(words.home.recent)} of={recent} />}
        {discoveries.length > 0 && <Column title={say(words.home.discover)} of={discoveries} />}
      </div>
    </Page>
  )
}

function ExampleWay({ example: { from, to: goal, path, entities } }: { example: Example }) {
  const say = useSay()
  return (
    <section className="example" aria-labelledby="example">
      <p className="eyebrow">{say(words.home.example)}</p>
      <h2 id="example">{say(words.home.exampleTitle)(shortName(from), shortName(goal))}</h2>
      <Steps path={path} entities={new Map(entities.map((entity) => [entity.id, entity]))} />
      <Link className="more" href={to.way({ from: from.id, to: goal.id })}>
        {say(words.home.exampleOpen)}
      </Link>
    </section>
  )
}

/** How large the network is; while the server reads it, that it does. */
function Network() {
  const say = useSay()
  const language = useLanguage()
  const { data: health, isError } = useHealth()
  return (
    <p className="figures" role="status">
      {health?.status === 'starting' && say(words.waiting.starting)}
      {isError && !health && say(words.waiting.away)}
      {health?.status === 'ok' && (
        <>
          <span className="figure">{number(health.entities, language)}</span> {say(words.home.cards)(health.entities)}
          <span className="figure figure-next">{number(health.ties, language)}</span> {say(words.home.ties)(health.ties)}
        </>
      )}
    </p>
  )
}

function Column({ title, of }: { title: string; of: EntityRef[] }) {
  const say = useSay()
  return (
    <section className="column">
      <h2 className="section-title">{title}</h2>
      <ul className="lines">
        {of.map((entity) => (
          <li key={entity.id}>
            <EntityLine of={entity}>
              <span className="line-detail">{say(kinds[entity.type].name)}</span>
            </EntityLine>
          </li>
        ))}
      </ul>
    </section>
  )
}
