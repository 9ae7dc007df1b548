import { fieldsAt } from '../network/projection.ts'
import { rowSize } from '../matches/rows.ts'
import { sharedTerms, wordOf } from '../matches/terms.ts'
import { tokens } from '../text/tokens.ts'
import { stem } from '../text/stem.ts'
import { textAt } from '../text/packed.ts'
import { FEW, type Found, type Pair } from './found.ts'
import { isOver, type Known, latest } from './known.ts'
import { nounsOf } from './nouns.ts'
import { anecdotesOf, quoted } from './quote.ts'
import { iceBreakerWords as words } from './words.ts'
import { spokenOf } from './work.ts'

/** A text by or about somebody, and what it was read from. */
interface Text {
  text: string
  entities: number[]
  ties: number[]
}

const MOST_WORDS = 3
/** A word that more of those who speak have is everybody's. */
const MOST_SPEAKERS = 12
const MOST_ANECDOTES = 2

/** What somebody says of themselves, and their portraits. */
function texts({ projection }: Pair, person: Known): Text[] {
  const portraits = [...person.from('PORTRAYS')].map(([portrait, ties]) => ({
    text: String(fieldsAt(projection, portrait).text ?? ''),
    entities: [portrait],
    ties: [latest(projection, ties)]
  }))
  return [{ text: person.field('bio'), entities: [], ties: [] }, ...portraits].filter(({ text }) => text !== '')
}

/** The texts of somebody, and those of their projects. */
function allTexts(pair: Pair, person: Known): Text[] {
  const { projection } = pair
  const projects = [...person.to('CARRIES')].map(([project, ties]) => ({
    text: String(fieldsAt(projection, project).description ?? ''),
    entities: [project],
    ties: [latest(projection, ties)]
  }))
  return [...texts(pair, person), ...projects]
}

/** The telling words of both by their stems, the most telling first, with how many have each; names of people are none. */
function commonTerms({ terms, a, b }: Pair): { root: string; holders: number }[] {
  const names = new Set([a, b].flatMap(({ name }) => tokens(name).map(stem)))
  return sharedTerms(terms, a.entity, b.entity)
    .map(({ term }) => ({ root: stem(wordOf(terms, term)), holders: rowSize(terms.holderOffsets, term) }))
    .filter(({ root, holders }) => holders <= MOST_SPEAKERS && !names.has(root))
}

/** The first of somebody's texts with a word, and the word as it is written there. */
function reading(own: readonly Text[], root: string): (Text & { word: string }) | undefined {
  for (const each of own) {
    const word = nounsOf(each.text).get(root)
    if (word) return { ...each, word }
  }
  return undefined
}

/** Words that both use, and few others. A project of both says nothing of two. */
export function commonWords(pair: Pair): Found[] {
  const { a, b } = pair
  const isShared = ({ entities }: Text): boolean => entities.some((project) => a.to('CARRIES').has(project) && b.to('CARRIES').has(project))
  const [ofA, ofB] = [allTexts(pair, a), allTexts(pair, b)].map((own) => own.filter((text) => !isShared(text)))
  const found = commonTerms(pair).flatMap(({ root, holders }) => {
    const [one, other] = [reading(ofA ?? [], root), reading(ofB ?? [], root)]
    return one && other ? [{ word: one.word, holders, from: [one, other] }] : []
  })
  const told = found.slice(0, MOST_WORDS)
  const isChance = told.length < LEAST_WORDS && !told.some(({ holders }) => holders <= FEW)
  if (told.length === 0 || isChance) return []
  return [
    {
      kind: 'words',
      sentence: words.words(
        a.name,
        b.name,
        told.map(({ word }) => word)
      ),
      words: told.map(({ word }) => word),
      entities: unique(told.flatMap(({ from }) => from.flatMap(({ entities }) => entities))),
      ties: unique(told.flatMap(({ from }) => from.flatMap(({ ties }) => ties))),
      sharers: Math.min(...told.map(({ holders }) => holders)),
      things: []
    }
  ]
}

/** One word alone may be chance, but for one that few have. */
const LEAST_WORDS = 2

const unique = (places: readonly number[]): number[] => [...new Set(places)]

/** Sentences told of one with a word that few have and the other has too. */
export function anecdotes(pair: Pair): Found[] {
  const common = commonTerms(pair).filter(({ holders }) => holders <= FEW)
  const found = (
    [
      [pair.a, pair.b],
      [pair.b, pair.a]
    ] as const
  ).flatMap(([told, other]): Found[] => {
    const theirs = allTexts(pair, other)
    for (const { root, holders } of common)
      for (const { text, entities, ties } of texts(pair, told))
        for (const sentence of anecdotesOf(text)) {
          const word = nounsOf(sentence).get(root)
          const back = word && reading(theirs, root)
          if (!word || !back || back.entities.some((thing) => told.to('CARRIES').has(thing))) continue
          return [
            {
              kind: 'anecdote',
              sentence: words.anecdote(told.name, other.name, quoted(sentence), word),
              words: [word],
              entities: unique([...entities, ...back.entities]),
              ties: unique([...ties, ...back.ties]),
              sharers: holders,
              things: []
            }
          ]
        }
    return []
  })
  return found.slice(0, MOST_ANECDOTES)
}

/** What one could ask the other, by what the card of each says; never nothing. */
export const questions = (pair: Pair): Found[] => [questionTo(pair, pair.a, pair.b), questionTo(pair, pair.b, pair.a)]

function questionTo(pair: Pair, asked: Known, other: Known): Found {
  const { projection, asOf } = pair
  const made = { kind: 'question' as const, entities: [], ties: [], sharers: 0, things: [] }
  const [need] = spokenOf(pair, asked, 'SEEKS').filter(({ voice }) => !voice.project)
  if (need) return { ...made, sentence: words.askNeed(asked.name, other.name, need.text), entities: need.entities, ties: need.ties }
  const [anecdote] = anecdotesOf(asked.field('bio')).filter((sentence) => isOwn(pair, asked, sentence))
  if (anecdote) return { ...made, sentence: words.askAnecdote(asked.name, other.name, quoted(anecdote)) }
  const [offer] = spokenOf(pair, asked, 'OFFERS').filter(({ voice }) => !voice.project)
  if (offer) return { ...made, sentence: words.askOffer(asked.name, other.name, offer.text), entities: offer.entities, ties: offer.ties }
  const [project] = [...asked.to('CARRIES')]
    .map(([thing, ties]) => ({ thing, tie: latest(projection, ties) }))
    .filter(({ tie }) => !isOver(projection, tie, asOf))
  const naming = (thing: number, tie: number) => ({ entities: [thing], ties: [tie] })
  if (project && !other.to('CARRIES').has(project.thing)) {
    const sentence = words.askProject(asked.name, other.name, textAt(projection.names, project.thing))
    return { ...made, sentence, ...naming(project.thing, project.tie) }
  }
  const [theme] = [...asked.to('ABOUT')]
  if (theme && !other.to('ABOUT').has(theme[0])) {
    const sentence = words.askTheme(asked.name, other.name, textAt(projection.names, theme[0]))
    return { ...made, sentence, ...naming(theme[0], latest(projection, theme[1])) }
  }
  const role = asked.field('role')
  if (role) return { ...made, sentence: words.askRole(asked.name, other.name, role) }
  return { ...made, sentence: words.askAnything(asked.name, other.name) }
}

/** Whether a sentence has a word that tells its speaker: what stands in every text, as a notice does, has none. */
function isOwn({ terms }: Pair, { entity }: Known, sentence: string): boolean {
  const said = new Set(tokens(sentence).map(stem))
  for (let at = terms.offsets[entity] as number; at < (terms.offsets[entity + 1] as number); at++)
    if (said.has(stem(wordOf(terms, terms.terms[at] as number)))) return true
  return false
}
