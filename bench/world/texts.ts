import { oftenFirst, oneOf, type Random, whole } from './random.ts'
import { commonWords, firstNames, inventSurnames, inventWords } from './words.ts'

const FIRST_DAY = Date.UTC(2012, 0, 1)
const LAST_DAY = Date.UTC(2026, 5, 30)
const DAY = 86_400_000

/** Writes what is said of people and things. */
export class Writer {
  private readonly random: Random
  private readonly surnames: string[]
  private readonly words: string[]

  constructor(random: Random) {
    this.random = random
    this.surnames = inventSurnames(random, 9_000)
    this.words = [...commonWords, ...inventWords(random, 11_000)]
  }

  person(): string {
    const double = this.random() < 0.06 ? `-${oneOf(this.random, firstNames)}` : ''
    return `${oneOf(this.random, firstNames)}${double} ${oftenFirst(this.random, this.surnames)}`
  }

  /** The name of a project or an organization: two words, or three. */
  thing(): string {
    const name = this.text(2 + whole(this.random, 2))
    return name.charAt(0).toUpperCase() + name.slice(1)
  }

  text(words: number): string {
    return Array.from({ length: words }, () => oftenFirst(this.random, this.words)).join(' ')
  }

  sentence(words: number): string {
    const text = this.text(words + whole(this.random, 7) - 3)
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }

  /** A beginning and, for some, an end after it: most are known to the month. */
  dates(ended: number): [string, string] {
    const from = FIRST_DAY + this.random() * (LAST_DAY - FIRST_DAY)
    const length = this.random() < 0.5 ? 7 : 10
    const to = from + 60 * DAY + this.random() * (LAST_DAY - from)
    return [isoDay(from, length), this.random() < ended && to < LAST_DAY ? isoDay(to, length) : '']
  }
}

const isoDay = (time: number, length: number): string => new Date(time).toISOString().slice(0, length)

/** An id as people give them: the name in plain letters, and a number that makes it unique. */
export const idOf = (name: string, number: number): string =>
  `${name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('Œ', 'Oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}-${number}`
