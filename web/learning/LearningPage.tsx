import type { FeatureLearnt, KindLearnt } from '#contract/learning.ts'
import { kinds } from '#contract/vocabulary/kinds.ts'
import { useLanguage, useSay } from '../language.ts'
import { Answered } from '../ui/Answered.tsx'
import { Heading } from '../ui/Heading.tsx'
import { Page } from '../ui/Page.tsx'
import { TextWaiting } from '../ui/Waiting.tsx'
import { useLearning } from './query.ts'
import { learningWords } from './words.ts'

/** How suggested meetings are weighed, and how often each reason came true. */
export default function LearningPage() {
  const say = useSay()
  return (
    <Page title={say(learningWords.title)} className="learning-page">
      <header className="page-head">
        <Heading>{say(learningWords.title)}</Heading>
        <p className="lead">{say(learningWords.lead)}</p>
        <p className="soft">{say(learningWords.never)}</p>
      </header>
      <Answered query={useLearning()} waiting={<TextWaiting lines={6} />}>
        {({ kinds }) => (
          <div className="learning-kinds">
            {kinds.map((learnt) => (
              <Kind key={learnt.type} learnt={learnt} />
            ))}
          </div>
        )}
      </Answered>
    </Page>
  )
}

function Kind({ learnt: { type, state, meetings, needed, features } }: { learnt: KindLearnt }) {
  const say = useSay()
  const greatest = Math.max(...features.map(({ weight }) => Math.abs(weight)), Number.MIN_VALUE)
  const sorted = features.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return (
    <section className="learning-kind" aria-labelledby={`learnt-${type}`}>
      <h2 id={`learnt-${type}`} className="section-title">
        {say(kinds[type].plural)}
      </h2>
      <p className="soft">{state === 'learnt' ? say(learningWords.learnt)(meetings) : say(learningWords.usual)(meetings, needed)}</p>
      <table className="learning-table">
        <thead>
          <tr>
            <th scope="col">{say(learningWords.reason)}</th>
            <th scope="col">{say(learningWords.weight)}</th>
            <th scope="col">{say(learningWords.cameTrue)}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((feature) => (
            <Feature key={feature.name} feature={feature} greatest={greatest} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Feature({ feature: { name, weight, suggested, met, isEnough }, greatest }: { feature: FeatureLearnt; greatest: number }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <tr>
      <th scope="row">{say(learningWords.features[name])}</th>
      <td>
        <span className="learning-bar" data-holds-back={weight < 0 || undefined} aria-hidden="true">
          <span style={{ inlineSize: `${(Math.abs(weight) / greatest) * 100}%` }} />
        </span>
        <span className="learning-weight">
          {say(weight < 0 ? learningWords.holdsBack : learningWords.speaksFor)}{' '}
          {Math.abs(weight).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}
        </span>
      </td>
      <td>{isEnough ? say(learningWords.share)(met, suggested) : <span className="soft">{say(learningWords.tooFew)}</span>}</td>
    </tr>
  )
}
