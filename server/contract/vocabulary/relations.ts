import { z } from 'zod'
import { CalendarDate } from './date.ts'
import { type EntityType, types } from './kinds.ts'
import type { Audience, Words } from './words.ts'

/** A relation, as a sentence: "Ada *carries* Marée basse", and read from the other end: "Marée basse *is carried by* Ada". */
export interface Relation {
  from: EntityType[]
  to: EntityType[]
  sentence: Words
  inverse: Words
  /** False where the sentence is as true read from the other end. */
  directed: boolean
  /**
   * How long it is held to be true.
   * `open`: until its end, and while no end is known; `once`: on the day it is dated, or the day of its event; `undated`: no dates.
   */
  dated: 'open' | 'once' | 'undated'
  /**
   * What it is worth as a tie between its two ends, 0 to 1, before age and size (see network/strength.ts); with `together` also
   * between all who share the thing. Left out: no way goes along it.
   */
  worth?: number
  /** Who may see it. What not everybody may see is no tie of the projection; see network/aside.ts. */
  seenBy: Audience
  /** Said of two people, `{a}` and `{b}`, who share the same `{thing}` by this relation: while it lasts, and once it is over. */
  together?: { now: Words; past: Words }
}

const relation = (relation: Omit<Relation, 'directed' | 'inverse' | 'seenBy'> & Partial<Relation>): Relation => ({
  directed: true,
  seenBy: 'everyone',
  inverse: relation.sentence,
  ...relation
})

/** Every relation there is; adding one is one entry here. */
export const relations = {
  KNOWS: relation({
    from: ['person'],
    to: ['person'],
    directed: false,
    dated: 'open',
    worth: 0.8,
    sentence: { fr: 'connaît', en: 'knows' }
  }),
  FOLLOWS: relation({
    from: ['person'],
    to: ['person'],
    dated: 'open',
    worth: 0.2,
    sentence: { fr: 'suit en ligne', en: 'follows online' },
    inverse: { fr: 'a pour lecteur en ligne', en: 'is followed online by' }
  }),
  WORKS_FOR: relation({
    from: ['person'],
    to: ['organization'],
    dated: 'open',
    worth: 0.6,
    sentence: { fr: 'travaille pour', en: 'works for' },
    inverse: { fr: 'compte dans son équipe', en: 'has on its team' },
    together: {
      now: { fr: '{a} et {b} travaillent pour {thing}', en: '{a} and {b} both work for {thing}' },
      past: { fr: '{a} et {b} ont travaillé pour {thing}', en: '{a} and {b} both worked for {thing}' }
    }
  }),
  CARRIES: relation({
    from: ['person'],
    to: ['project'],
    dated: 'open',
    worth: 0.85,
    sentence: { fr: 'porte', en: 'carries' },
    inverse: { fr: 'a dans son équipe', en: 'is carried by' },
    together: {
      now: { fr: '{a} et {b} portent ensemble {thing}', en: '{a} and {b} carry {thing} together' },
      past: { fr: '{a} et {b} ont porté ensemble {thing}', en: '{a} and {b} carried {thing} together' }
    }
  }),
  PARTNERS_IN: relation({
    from: ['organization', 'program'],
    to: ['project'],
    dated: 'open',
    worth: 0.6,
    sentence: { fr: 'est partenaire de', en: 'is a partner in' },
    inverse: { fr: 'a pour partenaire', en: 'has as a partner' }
  }),
  RUNS: relation({
    from: ['organization'],
    to: ['program', 'event'],
    dated: 'open',
    sentence: { fr: 'organise', en: 'runs' },
    inverse: { fr: 'est organisé par', en: 'is run by' }
  }),
  SUPPORTS: relation({
    from: ['organization', 'program'],
    to: ['project'],
    dated: 'open',
    worth: 0.5,
    sentence: { fr: 'soutient', en: 'supports' },
    inverse: { fr: 'a le soutien de', en: 'is supported by' }
  }),
  ATTENDED: relation({
    from: ['person'],
    to: ['event'],
    dated: 'once',
    worth: 0.4,
    sentence: { fr: 'a participé à', en: 'attended' },
    inverse: { fr: 'a réuni', en: 'brought together' },
    together: {
      now: { fr: '{a} et {b} participent à {thing}', en: '{a} and {b} both attend {thing}' },
      past: { fr: '{a} et {b} ont participé à {thing}', en: '{a} and {b} both attended {thing}' }
    }
  }),
  PRESENTED_AT: relation({
    from: ['person', 'project', 'program'],
    to: ['event'],
    dated: 'once',
    worth: 0.5,
    sentence: { fr: 'a pris la parole à', en: 'presented at' },
    inverse: { fr: 'a donné la parole à', en: 'gave the floor to' },
    together: {
      now: { fr: '{a} et {b} prennent la parole à {thing}', en: '{a} and {b} both present at {thing}' },
      past: { fr: '{a} et {b} ont pris la parole à {thing}', en: '{a} and {b} both presented at {thing}' }
    }
  }),
  HOSTS: relation({
    from: ['organization'],
    to: ['event'],
    dated: 'once',
    sentence: { fr: 'accueille', en: 'hosts' },
    inverse: { fr: 'a lieu chez', en: 'is hosted by' }
  }),
  SPONSORS: relation({
    from: ['organization'],
    to: ['event'],
    dated: 'once',
    sentence: { fr: 'parraine', en: 'sponsors' },
    inverse: { fr: 'a pour parrain', en: 'is sponsored by' }
  }),
  ABOUT: relation({
    from: types,
    to: ['theme'],
    dated: 'undated',
    sentence: { fr: 'a pour thème', en: 'has as a theme' },
    inverse: { fr: 'est un thème pour', en: 'is a theme of' }
  }),
  LOCATED_IN: relation({
    from: types,
    to: ['territory'],
    dated: 'undated',
    sentence: { fr: 'a pour territoire', en: 'is located in' },
    inverse: { fr: 'est le territoire de', en: 'is home to' }
  }),
  SEEKS: relation({
    from: ['person', 'organization', 'project', 'program'],
    to: ['need'],
    dated: 'open',
    sentence: { fr: 'cherche', en: 'seeks' },
    inverse: { fr: 'vient de', en: 'comes from' }
  }),
  OFFERS: relation({
    from: ['person', 'organization', 'project', 'program'],
    to: ['offer'],
    dated: 'open',
    sentence: { fr: 'propose', en: 'offers' },
    inverse: { fr: 'est proposée par', en: 'is offered by' }
  }),
  PORTRAYS: relation({
    from: ['portrait'],
    to: ['person', 'organization', 'project', 'program', 'event'],
    dated: 'once',
    sentence: { fr: 'fait le portrait de', en: 'portrays' },
    inverse: { fr: 'a son portrait dans', en: 'is portrayed in' }
  }),
  MENTIONS: relation({
    from: ['portrait'],
    to: ['person', 'organization', 'project', 'program', 'event'],
    dated: 'once',
    sentence: { fr: 'cite', en: 'mentions' },
    inverse: { fr: 'a une mention dans', en: 'is mentioned in' }
  }),
  BY: relation({
    from: ['introduction'],
    to: ['person'],
    dated: 'once',
    sentence: { fr: 'est l’œuvre de', en: 'was made by' },
    inverse: { fr: 'a mis en relation', en: 'made the introduction' }
  }),
  OF: relation({
    from: ['introduction'],
    to: ['person'],
    dated: 'once',
    sentence: { fr: 'présente', en: 'introduces' },
    inverse: { fr: 'fait connaissance par', en: 'is introduced in' }
  }),
  TO: relation({
    from: ['introduction'],
    to: ['person'],
    dated: 'once',
    sentence: { fr: 's’adresse à', en: 'is addressed to' },
    inverse: { fr: 'reçoit', en: 'receives' }
  }),
  FOR: relation({
    from: ['introduction'],
    to: ['need'],
    dated: 'once',
    sentence: { fr: 'répond au besoin', en: 'answers the need' },
    inverse: { fr: 'a suscité', en: 'led to the introduction' }
  }),
  AT: relation({
    from: ['introduction'],
    to: ['event'],
    dated: 'once',
    sentence: { fr: 'a lieu à', en: 'takes place at' },
    inverse: { fr: 'a été le cadre de', en: 'was the setting of' }
  }),
  LED_TO: relation({
    from: ['introduction'],
    to: ['project'],
    dated: 'once',
    sentence: { fr: 'a donné naissance à', en: 'led to' },
    inverse: { fr: 'est né de', en: 'came out of' }
  }),
  /** What connectors decided about a suggested meeting: `role` is why, `from_date` the day, `to_date` until when where it is for later. */
  SET_ASIDE: relation({
    from: ['person', 'organization', 'project', 'program'],
    to: ['person', 'organization', 'project', 'program'],
    directed: false,
    dated: 'open',
    seenBy: 'connectors',
    sentence: { fr: 'n’est pas à présenter à', en: 'is not to be introduced to' }
  })
} satisfies Record<string, Relation>

export type RelationName = keyof typeof relations
/** The name of every relation, in the order of `relations`. */
export const relationNames = Object.keys(relations) as [RelationName, ...RelationName[]]
/** The names of those that everybody may see. */
export const openRelationNames = relationNames.filter((name) => relations[name].seenBy === 'everyone')
/** A relation as the graph and the CSV form write it: its verb in capitals. */
export const RelationName = z.enum(relationNames)

/** The strength a connector may give a tie, 0 (none) to 1: it stands in place of what the relation is worth. */
const strength = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^-?\d*\.?\d{1,20}$/)
        .transform(Number)
    ],
    {
      error: 'is not a number between 0 and 1; write digits and a point, as in 0.5'
    }
  )
  .pipe(
    z
      .number()
      .min(0, { error: 'is below 0; write a number between 0 and 1' })
      .max(1, { error: 'is above 1; write a number between 0 and 1' })
  )
const words = z.string().max(10_000, { error: 'is longer than 10,000 characters' })

/** What may be said of a tie beside its relation and its ends, in the order of the CSV form's columns. */
export const tieFields = { role: words, from_date: CalendarDate, to_date: CalendarDate, strength, source: words }
