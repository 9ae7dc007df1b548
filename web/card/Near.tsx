import type { Card } from '#contract/cards.ts'
import { useSay } from '../language.ts'
import { EntityLine } from '../ui/EntityLine.tsx'
import { cardWords } from './words.ts'

/** Whom and what it shares most with, without being tied to them. */
export function Near({ card: { near } }: { card: Card }) {
  const say = useSay()
  const join = (names: string[]): string => [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(say(cardWords.and))
  if (near.length === 0) return null
  return (
    <section className="near" aria-labelledby="near">
      <h2 id="near" className="section-title">
        {say(cardWords.near)}
      </h2>
      <p className="soft">{say(cardWords.nearHint)}</p>
      <ul className="lines">
        {near.map(({ through, shared, ...entity }) => {
          const more = shared - through.length
          const names = [...through.map(({ name }) => name), ...(more > 0 ? [say(cardWords.others)(more)] : [])]
          return (
            <li key={entity.id}>
              <EntityLine of={entity}>
                <span className="line-detail">{say(cardWords.through)(join(names))}</span>
              </EntityLine>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
