import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { openRelationNames, type RelationName } from '#contract/vocabulary/relations.ts'
import type { Engine } from '../server/graph/engine.ts'
import { type Change, type TieFields, tieKey, tieSubject } from '../server/journal/change.ts'
import { changesOf, entriesSince } from '../server/journal/entry.ts'
import { readHead } from '../server/journal/open.ts'
import { allIds, type StoredTie, tiesOf } from '../server/journal/stored.ts'
import { undo } from '../server/journal/undo.ts'
import { write } from '../server/journal/write.ts'
import { loadProjection } from '../server/network/load.ts'
import { arePatchable, patched } from '../server/network/patch.ts'
import { entityCount, labelAt, type Projection, tieAt, tieCount } from '../server/network/projection.ts'
import { spokenRelations } from '../server/network/searched.ts'
import { emptied } from './emptied.ts'
import { describeOnEngines } from './engines.ts'
import { type Facts, randomFacts } from './map/random-networks.ts'
import type { TestTie } from './network.ts'

const by = { by: 'a story' }

/** Writes changes onto what is there. */
const put = async (engine: Engine, changes: Change[]) =>
  write(engine, changes, { ...by, kind: 'import', label: 'story', base: (await readHead(engine)).revision })

/** A network as the first writing of a store. */
async function begin(engine: Engine, { entities, ties }: Facts): Promise<void> {
  await emptied(engine)
  await put(engine, [
    ...Object.entries(entities).map(([id, type]): Change => {
      const called = type === 'need' || type === 'offer' ? 'text' : 'name'
      // People of one name, whose order in search hangs on their ties alone.
      return {
        of: 'entity',
        id,
        type,
        before: null,
        after: { [called]: type === 'person' ? 'Camille' : id, ...(type === 'event' && { starts_at: '2021-05-15' }) }
      }
    }),
    ...ties.map(([from, relation, to, fields = {}]): Change => {
      return { of: 'tie', relation, from, to, key: tieKey(fields), before: null, after: fields }
    })
  ])
}

/** A tie that somebody makes where it is not there, and else moves or takes away. */
interface Touch {
  tie: [from: string, relation: RelationName, to: string, fields: TieFields]
  how: 'move' | 'take away' | 'make anew'
  moved: TieFields
}

const quietRelations = openRelationNames.filter((relation) => !spokenRelations.has(relation))

/** Touches of ties; who knows whom may be set aside instead. */
const touchesOf = (ties: TestTie[]): fc.Arbitrary<Touch[]> =>
  fc.tuple(
    ...ties.map(([from, relation, to, fields = {}]) =>
      fc.record<Touch>({
        tie: fc
          .constantFrom<RelationName>(relation, relation === 'KNOWS' ? 'SET_ASIDE' : relation)
          .map((relation) => [from, relation, to, fields]),
        how: fc.constantFrom('move', 'take away', 'make anew'),
        moved: fc.record({
          to_date: fc.constantFrom(null, '2030', '2031-02-03'),
          source: fc.constantFrom(null, 'Ada', 'Bob'),
          strength: fc.constantFrom(null, 0.25, 1)
        })
      })
    )
  )

/** Ties of a random network that search does not read, and more of who knows whom: some both ways round. */
const quietTies: fc.Arbitrary<TestTie[]> = fc
  .tuple(
    randomFacts,
    fc.uniqueArray(fc.tuple(fc.constantFrom('ada', 'bob', 'eve'), fc.constantFrom('eve', 'zoe'), fc.constantFrom({}, { role: 'x' })), {
      maxLength: 6,
      selector: (knows) => JSON.stringify(knows)
    })
  )
  .map(([{ ties }, pairs]) => [
    ...ties.filter(([, relation]) => quietRelations.includes(relation) && relation !== 'KNOWS'),
    ...pairs.flatMap(([one, other, fields]): TestTie[] =>
      one === other
        ? []
        : [
            [one, 'KNOWS', other, fields],
            [other, 'KNOWS', one, fields]
          ]
    )
  ])

/** A network, and what is done to it in a few steps: the same ties come and go. */
const stories: fc.Arbitrary<{ facts: Facts; steps: Touch[][]; isUndone: boolean }> = fc
  .tuple(randomFacts, quietTies)
  .chain(([facts, ties]) => {
    const step = touchesOf(ties).chain((touches) => fc.subarray(touches))
    return fc.record({ facts: fc.constant(facts), steps: fc.array(step, { minLength: 1, maxLength: 4 }), isUndone: fc.boolean() })
  })

/** What these touches change, as the store is. */
async function changesFor(engine: Engine, touches: readonly Touch[]): Promise<Change[]> {
  const ids = await allIds(engine)
  const stored = new Map((await tiesOf(engine, ids)).map((tie) => [tieSubject(tie), tie]))
  const seen = new Set<string>()
  return touches.flatMap(({ tie: [from, relation, to, fields], how, moved }): Change[] => {
    const tie = { of: 'tie', relation, from, to, key: tieKey(fields) } as const
    const subject = tieSubject(tie)
    const now: StoredTie | undefined = stored.get(subject)
    if (!ids.includes(from) || !ids.includes(to) || seen.has(subject)) return []
    seen.add(subject)
    if (!now) return [{ ...tie, before: null, after: fields }]
    const before = Object.fromEntries(Object.keys(moved).map((name) => [name, now.fields[name as keyof TieFields] ?? null]))
    if (how === 'move') return [{ ...tie, before, after: moved }]
    const gone: Change = { ...tie, before: now.fields, after: null, created_in: now.created_in }
    return how === 'take away' ? [gone] : [{ ...tie, before: null, after: { ...fields, source: 'anew' } }, gone]
  })
}

/** A projection without the order of its ties and of its labels. */
function unordered(projection: Projection) {
  const {
    aside,
    labels: _,
    starts: __,
    ends,
    relations: names,
    roles,
    sources,
    fromDates,
    toDates,
    mirrors,
    incident,
    ...rest
  } = projection
  const { heldFrom, heldTo, strengths, tiesCreatedIn, tiesRevisedIn, ...whole } = rest
  const tie = (at: number): string =>
    JSON.stringify([tieAt(projection, at), heldFrom[at], heldTo[at], tiesCreatedIn[at], tiesRevisedIn[at]])
  const ties = Array.from({ length: tieCount(projection) }, (_, at) => {
    const mirror = (mirrors[at] as number) - 1
    return `${tie(at)} ${mirror < 0 ? '' : tie(mirror)}`
  })
  const rowsOf = (offsets: Uint32Array, tell: (row: number) => string): string[][] =>
    Array.from({ length: entityCount(projection) }, (_, entity) =>
      Array.from({ length: (offsets[entity + 1] as number) - (offsets[entity] as number) }, (_, i) =>
        tell((offsets[entity] as number) + i)
      ).sort()
    )
  const asideRow = (row: number): string =>
    JSON.stringify([
      ...[aside.others, aside.from, aside.to, aside.isStart, aside.createdIn].map((column) => column[row]),
      ...[aside.roles, aside.fromDates, aside.toDates].map((column) => labelAt(projection, column[row] as number))
    ])
  return {
    ...whole,
    ties: ties.sort(),
    incident: rowsOf(projection.incidentOffsets, (row) => tie(incident[row] as number)),
    aside: rowsOf(aside.offsets, asideRow),
    columns: [ends, names, roles, sources, fromDates, toDates, strengths, aside.others].map(({ length }) => length)
  }
}

async function writtenSince(engine: Engine, revision: number) {
  const entries = await entriesSince(engine, revision)
  return {
    entries,
    written: await Promise.all(entries.map(async (entry) => ({ entry, changes: await changesOf(engine, entry.revision) })))
  }
}

describeOnEngines('a projection that takes in what was written', (open, name) => {
  let engine: Engine
  beforeAll(async () => {
    engine = (await open()).engine
  })

  it('is the one that would be loaded', async () => {
    const story = fc.asyncProperty(stories, async ({ facts, steps, isUndone }) => {
      await begin(engine, facts)
      let projection = await loadProjection(engine)
      for (const [at, step] of steps.entries()) {
        const changes = await changesFor(engine, step)
        if (changes.length === 0) continue
        const { batch } = await put(engine, changes)
        if (isUndone) await undo(engine, batch, by)
        // Some writings are taken in one by one, some together.
        if (at === 1) continue
        const { entries, written } = await writtenSince(engine, projection.revision)
        expect(arePatchable(entries)).toBe(true)
        const next = patched(projection, written)
        expect(next && unordered(next)).toEqual(unordered(await loadProjection(engine)))
        projection = next as Projection
      }
    })
    await fc.assert(story, { numRuns: name === 'embedded' ? 60 : 8 })
  })

  it('is loaded anew where an entity moved, where search reads what did, and where it does not fit', async () => {
    await begin(engine, { entities: { ada: 'person', bob: 'person', pain: 'theme' }, ties: [['ada', 'KNOWS', 'bob']] })
    const projection = await loadProjection(engine)
    const about: Change = { of: 'tie', relation: 'ABOUT', from: 'ada', to: 'pain', key: '|', before: null, after: {} }
    await put(engine, [about])
    const spoken = await writtenSince(engine, 1)
    expect([arePatchable(spoken.entries), patched(projection, spoken.written)]).toEqual([true, undefined])
    await put(engine, [{ of: 'entity', id: 'ada', type: 'person', before: { bio: null }, after: { bio: 'Bakes' } }])
    expect(arePatchable((await writtenSince(engine, 2)).entries)).toBe(false)
    const entry = spoken.entries[0]
    const knows = { of: 'tie', relation: 'KNOWS', from: 'ada', to: 'bob', key: '|' } as const
    const unfit: Change[] = [
      { ...knows, before: null, after: {} },
      { ...knows, key: '|friend', before: {}, after: null },
      { ...knows, to: 'nobody', before: null, after: {} }
    ]
    for (const change of unfit) expect(entry && patched(projection, [{ entry, changes: [change] }])).toBeUndefined()
  })
})
