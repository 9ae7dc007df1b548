import { useId } from 'react'
import type { EntityRef } from '#contract/entity.ts'
import type { Question } from '#contract/questions.ts'
import { useSay } from '../language.ts'
import { to } from '../location.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Link } from '../ui/Link.tsx'
import { Tile } from '../ui/Tile.tsx'
import { signs } from './looks.ts'
import { linked } from './linked.ts'
import { mapOf } from './query.ts'
import { questionsWords } from './words.ts'

/** The most cards that are shown under a question, beside those it names. */
const MOST_BESIDE = 6

/** A question, the fact it rests on, and where to go from there. */
export function QuestionCard({ question }: { question: Question }) {
  const say = useSay()
  const id = useId()
  const { kind, entities } = question
  const Sign = signs[kind]
  const sentence = say(question.sentence)
  const parts = linked(sentence, entities)
  const named = new Set(parts.flatMap(({ entity }) => entity?.id ?? []))
  const beside = entities.filter((entity) => !named.has(entity.id)).slice(0, MOST_BESIDE)
  return (
    <article className="told-card question" aria-labelledby={id}>
      <p className="told-kind">
        <Sign aria-hidden="true" />
        {say(questionsWords.one[kind])}
      </p>
      <h2 id={id} className="question-sentence">
        {parts.map(({ text, entity }) =>
          entity ? (
            <Link key={text} href={to.card(entity.id)}>
              {text}
            </Link>
          ) : (
            text
          )
        )}
      </h2>
      <p className="question-fact">{say(question.because)}</p>
      {beside.length > 0 && <Beside entities={beside} />}
      <p className="question-onward">
        <ButtonLink href={mapOf(question)} aria-label={say(questionsWords.onMapOf)(sentence)}>
          {say(questionsWords.onMap)}
        </ButtonLink>
      </p>
    </article>
  )
}

function Beside({ entities }: { entities: readonly EntityRef[] }) {
  const say = useSay()
  return (
    <ul className="question-beside" aria-label={say(questionsWords.about)}>
      {entities.map((entity) => (
        <li key={entity.id}>
          <Link className="question-one" href={to.card(entity.id)}>
            <Tile of={entity} />
            <span>{entity.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
