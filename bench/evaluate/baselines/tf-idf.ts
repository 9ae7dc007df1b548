import { entityCount, fieldsAt, typeAt } from '../../../server/network/projection.ts'
import { searched } from '../../../server/network/searched.ts'
import { textAt } from '../../../server/text/packed.ts'
import { stem } from '../../../server/text/stem.ts'
import { STOP_WORDS } from '../../../server/text/stop-words.ts'
import { tokens } from '../../../server/text/tokens.ts'
import { neighboursOf, type Past } from '../past.ts'
import type { Baseline } from './baseline.ts'

/** What an entity says of itself: its texts, and the names of its themes. What a person is called says nothing of what they do. */
function ownText({ projection, tied }: Past, entity: number): string {
  const fields = fieldsAt(projection, entity)
  const isPerson = typeAt(projection, entity) === 'person'
  const texts = searched[projection.kinds[entity] as number] ?? []
  const own = texts.flatMap(({ name, field }) => (field.is === 'tie' || (isPerson && name === 'name') ? [] : [fields[name] ?? '']))
  const themes = [...neighboursOf(tied, entity)].filter((other) => typeAt(projection, other) === 'theme')
  return [...own, ...themes.map((theme) => textAt(projection.names, theme))].join('\n')
}

/** What there is to read of an entity: its own text, and those of the projects it is tied to. */
function documentOf(past: Past, entity: number): string {
  const projects = [...neighboursOf(past.tied, entity)].filter((other) => typeAt(past.projection, other) === 'project')
  return [entity, ...projects].map((each) => ownText(past, each)).join('\n')
}

function termsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens(text)) {
    if (token.length < 2 || STOP_WORDS.has(token)) continue
    const term = stem(token)
    counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return counts
}

/** Where a term stands: in which documents, and what it weighs there. */
interface Posting {
  entities: number[]
  weights: number[]
}

/** The cosine between what there is to read of the two: (1 + ln tf) × ln(N / df) (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988). */
export const tfIdf: Baseline = ({ past, queries, candidates }) => {
  const { projection } = past
  const documents = new Map([...new Set([...queries, ...candidates])].map((entity) => [entity, termsOf(documentOf(past, entity))]))
  const postings = new Map<string, Posting>()
  const frequencies = new Map<string, number>()
  for (const terms of documents.values()) for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)

  const vectors = new Map<number, Map<string, number>>()
  for (const [entity, terms] of documents) {
    const vector = new Map<string, number>()
    let squares = 0
    for (const [term, count] of terms) {
      const weight = (1 + Math.log(count)) * Math.log(documents.size / (frequencies.get(term) as number))
      vector.set(term, weight)
      squares += weight * weight
    }
    // Nothing but what all say: alike to nobody.
    if (squares > 0) for (const [term, weight] of vector) vector.set(term, weight / Math.sqrt(squares))
    vectors.set(entity, vector)
  }
  for (const candidate of candidates) {
    for (const [term, weight] of vectors.get(candidate) ?? []) {
      const posting = postings.get(term) ?? { entities: [], weights: [] }
      posting.entities.push(candidate)
      posting.weights.push(weight)
      postings.set(term, posting)
    }
  }

  const scores = new Float64Array(entityCount(projection))
  return (query) => {
    scores.fill(0)
    for (const [term, weight] of vectors.get(query) ?? []) {
      const { entities, weights } = postings.get(term) ?? { entities: [], weights: [] }
      for (const [i, entity] of entities.entries()) scores[entity] = (scores[entity] as number) + weight * (weights[i] as number)
    }
    return scores
  }
}
