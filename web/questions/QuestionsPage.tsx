import { type Question, type QuestionKind, questionKinds } from '#contract/questions.ts'
import { useSay } from '../language.ts'
import { to, useAsked, useGo } from '../location.ts'
import { Answered } from '../ui/Answered.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Face } from '../ui/Face.tsx'
import { Heading } from '../ui/Heading.tsx'
import { Page } from '../ui/Page.tsx'
import { TextWaiting } from '../ui/Waiting.tsx'
import { Groups } from './Groups.tsx'
import { signs } from './looks.ts'
import { QuestionCard } from './QuestionCard.tsx'
import { keptIn, useQuestions } from './query.ts'
import { questionsWords } from './words.ts'

/** What the form of the network asks, and its groups. */
export default function QuestionsPage() {
  const say = useSay()
  const go = useGo()
  const kept = keptIn(useAsked())
  const query = useQuestions()
  const onKeep = (kinds: QuestionKind[]) => go(to.questions(kinds), { replace: true })
  return (
    <Page title={say(questionsWords.title)} className="questions-page">
      <header className="page-head">
        <Heading>{say(questionsWords.title)}</Heading>
        <p className="lead">{say(questionsWords.lead)}</p>
      </header>
      <Answered query={query} waiting={<QuestionsWaiting />}>
        {({ questions }) =>
          questions.length === 0 ? (
            <Face title={say(questionsWords.none)} hint={say(questionsWords.noneHint)}>
              <ButtonLink rank="main" href={to.map()}>
                {say(questionsWords.map)}
              </ButtonLink>
            </Face>
          ) : (
            <>
              <Kinds questions={questions} kept={kept} onKeep={onKeep} />
              <Kept questions={questions} kept={kept} onAll={() => onKeep([])} />
              <p className="questions-note">{say(questionsWords.tie)}</p>
              <Groups />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

interface KeptProps {
  questions: readonly Question[]
  kept: readonly QuestionKind[]
}

/** The kinds there are; none pressed keeps them all. */
function Kinds({ questions, kept, onKeep }: KeptProps & { onKeep: (kept: QuestionKind[]) => void }) {
  const say = useSay()
  const there = questionKinds.filter((kind) => kept.includes(kind) || questions.some((question) => question.kind === kind))
  return (
    <fieldset className="chips kind-chips">
      <legend className="unseen">{say(questionsWords.kinds)}</legend>
      {there.map((kind) => {
        const Sign = signs[kind]
        const isKept = kept.includes(kind)
        return (
          <Chip
            key={kind}
            pressed={isKept}
            onPress={() => onKeep(there.filter((other) => (other === kind ? !isKept : kept.includes(other))))}
          >
            <Sign className="chip-sign" aria-hidden="true" />
            {say(questionsWords.kind[kind])}
          </Chip>
        )
      })}
    </fieldset>
  )
}

function Kept({ questions, kept, onAll }: KeptProps & { onAll: () => void }) {
  const say = useSay()
  const shown = questions.filter(({ kind }) => kept.length === 0 || kept.includes(kind))
  if (shown.length === 0)
    return (
      <div role="status">
        <Face title={say(questionsWords.noneOfKind)}>
          <Button onClick={onAll}>{say(questionsWords.all)}</Button>
        </Face>
      </div>
    )
  return (
    <>
      <p className="eyebrow questions-count" role="status">
        {say(questionsWords.count)(shown.length)}
      </p>
      <div className="told-cards">
        {shown.map((question) => (
          <QuestionCard key={`${question.kind} ${question.sentence.fr}`} question={question} />
        ))}
      </div>
    </>
  )
}

function QuestionsWaiting() {
  return (
    <div className="told-cards" aria-hidden="true">
      {['first', 'second', 'third', 'fourth'].map((question) => (
        <div key={question} className="told-card question">
          <TextWaiting lines={4} />
        </div>
      ))}
    </div>
  )
}
