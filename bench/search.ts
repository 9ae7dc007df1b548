import type { Bench } from './bench.ts'
import { Client, urls } from './client.ts'
import { type Figure, milliseconds, percentile } from './figures.ts'
import { startProduct } from './product.ts'
import { drawn, type Named, readSample } from './sample.ts'
import { productStore, worldOf } from './stores.ts'
import { oneOf, type Random, seeded, whole } from './world/random.ts'

const TYPED = 40
const OF_TWO_WORDS = 30
const WITH_A_TYPO = 30
const CONNECTIONS = 10
const BAR = 3

const firstWord = ({ name }: Named): string => name.split(' ')[0] as string
const lastWord = ({ name }: Named): string => name.split(' ').at(-1) as string

/** A word with two letters in each other's place. */
function mistyped(random: Random, word: string): string {
  const at = 1 + whole(random, Math.max(1, word.length - 2))
  return [word.slice(0, at), word[at + 1], word[at], word.slice(at + 2)].join('')
}

/** What somebody types: every beginning of a word, two words with the second begun, words with a typo. */
function queries(random: Random, all: readonly Named[]): Record<string, string[]> {
  const words = drawn(random, all, TYPED).map((named) => (random() < 0.5 ? firstWord(named) : lastWord(named)))
  const begun = (word: string): string => word.slice(0, 1 + whole(random, word.length))
  return {
    'one and two letters': words.flatMap((word) => [word.slice(0, 1), word.slice(0, 2)]),
    'three letters and more': words.flatMap((word) => Array.from({ length: Math.max(0, word.length - 2) }, (_, i) => word.slice(0, i + 3))),
    'two words': drawn(random, all, OF_TWO_WORDS).map((named) => `${firstWord(named)} ${begun(lastWord(named))}`),
    'a typo': drawn(random, all, WITH_A_TYPO).map((named) => mistyped(random, lastWord(named)))
  }
}

/** Search as one types, beside cards asked for in turn with it. */
export async function measureSearch({ size, tell }: Bench): Promise<Figure[]> {
  const { all } = await readSample(await worldOf(size))
  const random = seeded(13)
  const typed = queries(random, all)
  const product = await startProduct(await productStore(size))
  const client = new Client(product.address, CONNECTIONS)
  const aCard = (): string => urls.cardOf(oneOf(random, all).id)
  try {
    for (const query of Object.values(queries(seeded(14), all)).flat()) {
      await client.timed(urls.searchFor(query))
      await client.timed(aCard())
    }
    const searches: number[] = []
    const cards: number[] = []
    for (const [kind, asked] of Object.entries(typed)) {
      const times: { took: number; query: string }[] = []
      for (const query of asked) {
        times.push({ query, took: await client.timed(urls.searchFor(query)) })
        cards.push(await client.timed(aCard()))
      }
      const slowest = times.reduce((slow, time) => (time.took > slow.took ? time : slow))
      const p95 = percentile(
        times.map(({ took }) => took),
        0.95
      )
      tell(`search, ${kind} (${asked.length}): p95 ${milliseconds(p95)}, slowest ${milliseconds(slowest.took)} for "${slowest.query}"`)
      searches.push(...times.map(({ took }) => took))
    }
    const asked = Object.values(typed).flat().map(urls.searchFor)
    const searchesAtOnce = await client.timedAll(asked, CONNECTIONS)
    const cardsAtOnce = await client.timedAll(asked.map(aCard), CONNECTIONS)
    return [
      searchFigure(`search, p95 of ${asked.length}`, searches, cards),
      searchFigure(`search, p95 of ${CONNECTIONS} at once`, searchesAtOnce, cardsAtOnce)
    ]
  } finally {
    client.close()
    await product.stop()
  }
}

function searchFigure(measure: string, searches: number[], cards: number[]): Figure {
  const [ours, card] = [percentile(searches, 0.95), percentile(cards, 0.95)]
  const ratio = ours / card
  return { measure, ours: milliseconds(ours), beside: `${milliseconds(card)} card`, ratio, bar: `≤ ${BAR}`, within: ratio <= BAR }
}
