import { z } from 'zod'
import { once, upTo, within } from './asked.ts'
import { EntityId, EntityRef, Tie } from './entity.ts'
import { Day, Ids, Kinds, Numbers, Relations } from './listed.ts'
import { CalendarDate, lastDay } from './vocabulary/date.ts'
import { EntityType } from './vocabulary/kinds.ts'
import { RelationName } from './vocabulary/relations.ts'

/** The most steps around what is in focus. */
const MOST_STEPS = 4

/** Which part of the network is drawn. Filters of one name widen it, filters of different names narrow it. */
export const NetworkQuery = z.object({
  types: Kinds.describe('Kinds to keep, with commas between; left out, all'),
  relations: Relations.describe('Relations to keep, with commas between; left out, all'),
  themes: Ids.optional().describe('Ids of themes, of which what is kept has one; may repeat'),
  territories: Ids.optional().describe('Ids of territories, of which what is kept is in one; may repeat'),
  programs: Ids.optional().describe('Ids of programmes, to one of which what is kept is tied; may repeat'),
  since: Day.optional().describe('Only ties that still held on this day or later; undated ones stay'),
  until: once()
    .pipe(CalendarDate.transform(lastDay))
    .optional()
    .describe('Only ties that were known on this day; undated ones stay. Of a month or a year alone, its last day'),
  around: Ids.optional().describe('Ids of what is in focus: only what is within `steps` of one of them; may repeat'),
  steps: within(MOST_STEPS).default(1).describe('How far around what is in focus'),
  neighbours: upTo(500, 40).describe('How many neighbours of one entity a step around it reaches at the most, those tied most first'),
  communities: Numbers.describe('Communities, by their number in an answer of the same revision, with commas between: only their members'),
  most: upTo(100_000, 2000).describe('How many entities are drawn one by one; of more, each community shows its most central ones'),
  part: z
    .enum(['all', 'names', 'times'], { error: 'is not a part; known: all, names, times' })
    .default('all')
    .describe('Of a packed answer that leaves them out, the ids and names, or the days between which ties held')
})
export type NetworkQuery = z.infer<typeof NetworkQuery>

/** An entity on the map. x and y are between 0 and 1, y upwards; the same in every answer of a revision. */
export const NetworkNode = EntityRef.extend({
  x: z.number(),
  y: z.number(),
  /** Number of its community, in `communities`. */
  community: z.number().int(),
  /** How many others it is tied to, in the whole network. */
  degree: z.number().int(),
  /** 0 to 1, of the greatest one: on how many shortest ways between others it stands (Freeman 1977). Above 2,000 entities, estimated. */
  betweenness: z.number(),
  /** 0 to 1, of the greatest one: how often a walk along ties comes by (Page, Brin 1998). */
  pagerank: z.number(),
  /** The first of its themes and territories, where it has one. */
  theme: EntityId.optional(),
  territory: EntityId.optional(),
  /** How many that it is tied to are not in this answer, though the filters would keep them. */
  hidden: z.number().int()
})
export type NetworkNode = z.infer<typeof NetworkNode>

/** Entities more tied among themselves than to others (Louvain: Blondel et al. 2008). */
export const Community = z.object({
  id: z.number().int(),
  /** Called by its theme, where one stands out, and its most central members. */
  name: z.string(),
  /** How many members the filters keep, drawn or not. */
  size: z.number().int(),
  /** The middle of its members, and within what distance most of them are. */
  x: z.number(),
  y: z.number(),
  radius: z.number()
})
export type Community = z.infer<typeof Community>

const Choice = EntityRef.omit({ type: true }).extend({ count: z.number().int() })
export type Choice = z.infer<typeof Choice>

/** What each filter could keep: how many entities (of relations: ties) there are of each, with the other filters as they are. */
export const Facets = z.object({
  types: z.partialRecord(EntityType, z.number().int()),
  relations: z.partialRecord(RelationName, z.number().int()),
  themes: z.array(Choice),
  territories: z.array(Choice),
  programs: z.array(Choice),
  /** The largest of the whole network, by their numbers. */
  communities: z.array(z.object({ id: z.number().int(), name: z.string(), count: z.number().int() }))
})
export type Facets = z.infer<typeof Facets>

/** What is said of a drawn part of the network as a whole. */
const NetworkHead = z.object({
  revision: z.number().int(),
  /** How many entities and ties the filters keep, drawn or not. */
  matched: z.object({ entities: z.number().int(), ties: z.number().int() }),
  /** Whether only the most central members of each community are drawn, the others being too many. */
  overview: z.boolean(),
  /** Largest first; those of the matched entities, the smallest left out above 80. */
  communities: z.array(Community),
  /** Ties between members of two communities, by their numbers: the most first. */
  bridges: z.array(z.object({ from: z.number().int(), to: z.number().int(), ties: z.number().int() })),
  facets: Facets,
  /** Ids of the themes and territories that most entities of the whole network have first: what filters leave keeps its colour. */
  ranks: z.object({ themes: z.array(EntityId), territories: z.array(EntityId) }),
  /** First and last day that a dated tie of the whole network begins or ends; absent where none is dated. */
  span: z.object({ first: z.string(), last: z.string() }).optional(),
  /** Present and true while most of the whole network is the demonstration's: real places, invented people. */
  demonstration: z.literal(true).optional()
})
export type NetworkHead = z.infer<typeof NetworkHead>

/** What the map draws. */
export const NetworkAnswer = NetworkHead.extend({ nodes: z.array(NetworkNode), ties: z.array(Tie) }).describe(
  'What the map draws: entities with their place, community and centrality, and the ties between them'
)
export type NetworkAnswer = z.infer<typeof NetworkAnswer>
