import { z } from 'zod'
import { CalendarDate, Moment } from './date.ts'
import { Audience, type Words } from './words.ts'

/** A property of an entity, kept on its node. */
export interface ValueField {
  is: 'value'
  name: Words
  /** What a cell of a spreadsheet or an answer may hold; a number where the schema says so, else text. */
  schema: z.ZodType<string | number>
  /** How much a word found here weighs in search, 0 (not searched) to 1 (as much as the name). */
  search: number
  seenBy: Audience
}

/** A column of the CSV form that stands for ties: `themes`, `territory`, `holder`. */
export interface TieField {
  is: 'tie'
  name: Words
  relation: string
  /** `out`: the row's entity is where the tie starts; `in`: where it ends. */
  direction: 'out' | 'in'
  /** Whether several may stand in one cell, with `|` between. */
  many: boolean
  /** The kind that a cell's text names and creates; left out, the cell holds the id of a thing that exists. */
  creates?: 'theme' | 'territory'
  /** How much a word in the name of the other end weighs in search; as in `ValueField`. */
  search: number
}

/** A field of a kind: a column of its file in the CSV form. */
export type Field = ValueField | TieField

interface Options {
  search?: number
  seenBy?: Audience
}

const value =
  (schema: ValueField['schema']) =>
  (name: Words, { search = 0, seenBy = 'everyone' }: Options = {}): ValueField => ({ is: 'value', name, schema, search, seenBy })

/** A text of up to 1,000,000 characters. */
export const text = value(z.string().max(1_000_000, { error: 'is longer than 1,000,000 characters' }))
/** A day, a month or a year. */
export const date = value(CalendarDate)
/** A day, with or without its time. */
export const moment = value(Moment)
/** A whole number, 0 or more. */
export const count = value(
  z
    .union(
      [
        z.int(),
        z
          .string()
          .regex(/^-?\d{1,15}$/)
          .transform(Number)
      ],
      {
        error: 'is not a whole number; write digits only (15 at the most), as in 120'
      }
    )
    .pipe(z.number().min(0, { error: 'is below zero; write 0 or more' }))
)
const audience = value(z.enum(Audience.options, { error: 'is unknown; write everyone, members or connectors' }))

/** What it is about: names of themes, created where they are new. */
export const themes: TieField = {
  is: 'tie',
  name: { fr: 'Thèmes', en: 'Themes' },
  relation: 'ABOUT',
  direction: 'out',
  many: true,
  creates: 'theme',
  search: 0.3
}
/** Where it belongs: the name of a territory, created where it is new. */
export const territory: TieField = {
  is: 'tie',
  name: { fr: 'Territoire', en: 'Territory' },
  relation: 'LOCATED_IN',
  direction: 'out',
  many: false,
  creates: 'territory',
  search: 0.2
}
/** Who seeks or offers: the tie runs from the holder to the need or the offer. */
export const holder = (relation: 'SEEKS' | 'OFFERS', name: Words): TieField => ({
  is: 'tie',
  name,
  relation,
  direction: 'in',
  many: false,
  search: 0
})

/** What it is called; searched above all else. */
export const name = text({ fr: 'Nom', en: 'Name' }, { search: 1 })
/** What it is, in a few sentences. */
export const description = text({ fr: 'Description', en: 'Description' }, { search: 0.4 })
/** The town where it is. */
export const city = text({ fr: 'Ville', en: 'City' }, { search: 0.3 })
/** The address of its pages. */
export const url = text({ fr: 'Site', en: 'Website' })
/** Who may see it: everyone, members or connectors. */
export const visibility = audience({ fr: 'Visible par', en: 'Seen by' })
