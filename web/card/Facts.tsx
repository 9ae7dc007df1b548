import { ArrowUpRightIcon } from '@phosphor-icons/react/ArrowUpRight'
import type { Card } from '#contract/cards.ts'
import type { Field } from '#contract/vocabulary/fields.ts'
import { kinds } from '#contract/vocabulary/kinds.ts'
import { spokenDate } from '#contract/vocabulary/spoken-date.ts'
import { spokenValue } from '#contract/vocabulary/values.ts'
import type { Language } from '#contract/vocabulary/words.ts'
import { number } from '../spoken.ts'
import { useLanguage, useSay } from '../language.ts'
import { capital } from '../lexicon.ts'
import { words } from '../words.ts'
import { titleOf } from './groups.ts'

/** Fields that are texts to read; the others are facts. Which of them stand in the title already is the card's affair. */
const texts = new Set(['bio', 'description', 'text', 'note'])
/** Fields with values that the vocabulary may know in words. */
const openTexts = new Set(['family', 'format', 'status', 'state'])
const inTitle = new Set(['name', 'role', 'kind', 'stage', 'visibility', 'logo'])

type Value = string | number
const known = (card: Card): [string, Value][] =>
  Object.keys(kinds[card.type].fields).flatMap((name) => {
    const value = card.fields[name]
    return value === undefined || value === '' ? [] : [[name, value] satisfies [string, Value]]
  })

/** What follows the kind in the line above a name: role, kind or stage. */
export const titleFacts = (card: Card, language: Language): string[] =>
  known(card).flatMap(([name, value]) =>
    name === 'role' ? [String(value)] : name === 'kind' || name === 'stage' ? [spokenValue(String(value), language)] : []
  )

/** The texts of a card, no sign left alone at the start of a line. What a need or an offer says is its title already. */
export function Texts({ card }: { card: Card }) {
  const paragraphs = known(card)
    .filter(([name, value]) => texts.has(name) && value !== titleOf(card))
    .flatMap(([, value]) =>
      String(value)
        .replace(/ (?=[:;!?»])|(?<=«) /g, '\u00a0')
        .split(/\n\s*\n/)
    )
  if (paragraphs.length === 0) return null
  return (
    <div className="prose">
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name of their own and do not move
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  )
}

export const hasFacts = (card: Card): boolean => known(card).some(([name]) => !texts.has(name) && !inTitle.has(name))

export function Facts({ card }: { card: Card }) {
  const say = useSay()
  const fields: Record<string, Field> = kinds[card.type].fields
  return (
    <dl className="facts">
      {known(card).map(([name, value]) => {
        const field = fields[name]
        if (!field || texts.has(name) || inTitle.has(name)) return null
        return (
          <div key={name} className="fact">
            <dt>{say(field.name)}</dt>
            <dd>
              <FactValue name={name} value={value} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function FactValue({ name, value }: { name: string; value: Value }) {
  const language = useLanguage()
  const say = useSay()
  if (typeof value === 'number') return number(value, language)
  if (/_(at|on)$/.test(name)) return capital(spokenDate(value, language))
  if (name === 'email') return <a href={`mailto:${encodeURIComponent(value).replace('%40', '@')}`}>{value}</a>
  if (name === 'phone') return <a href={`tel:${value.replace(/[^+\d]/g, '')}`}>{value}</a>
  const site = name === 'url' && webAddress(value)
  if (!site) return openTexts.has(name) ? capital(spokenValue(value, language)) : value
  return (
    <a href={site.href} rel="noopener noreferrer external" target="_blank">
      {`${site.host.replace(/^www\./, '')}${site.pathname === '/' ? '' : site.pathname}`}
      <ArrowUpRightIcon className="outward" aria-hidden="true" />
      <span className="unseen"> {say(words.card.newPage)}</span>
    </a>
  )
}

/** A link is followed only to where the web is: nothing else that a spreadsheet may hold becomes one. */
function webAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
}
