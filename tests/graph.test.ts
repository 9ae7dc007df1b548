import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Parameters } from '../server/graph/engine.ts'
import { attachGraph } from '../server/graph/open.ts'
import { query } from '../server/graph/query.ts'
import { describeOnEngines } from './engines.ts'
import { ada, bread, entry, story } from './statements.ts'

const root = fileURLToPath(new URL('../cypher/', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.cypher'))
  .map((file) => file.replaceAll('\\', '/').replace('.cypher', ''))

describe('what is said to the database', () => {
  it('stands in files that are all said here', () => {
    expect([...new Set(story.map(({ name }) => name))].sort()).toEqual(files.sort())
  })

  it.each(files)('%s opens with a sentence, holds one statement, and takes what it is given', (name) => {
    const text = readFileSync(`${root}${name}.cypher`, 'utf8')
    expect(text.split('\n')[0]).toMatch(/^\/\/ \p{Lu}.*[.?)]$/u)
    expect(text.replaceAll(/^\/\/.*/gm, '')).not.toContain(';')
    const taken = new Set([...text.matchAll(/\$(\w+)/g)].map(([, parameter]) => parameter))
    for (const { parameters } of story.filter((said) => said.name === name)) expect(new Set(Object.keys(parameters))).toEqual(taken)
  })

  it('takes the words that it needs, and only words', () => {
    expect(() => query('entities/create')).toThrow('cypher/entities/create.cypher needs a LABEL of the vocabulary')
    expect(() => query('ties/create', { RELATION: 'KNOWS]->() DETACH DELETE n //' })).toThrow('needs a RELATION of the vocabulary')
  })
})

describeOnEngines('what is said to the database', (open) => {
  it('means the same on every engine', async () => {
    const { engine } = await open()
    for (const { name, words, parameters, rows, unordered } of story) {
      const answered = await engine.write((transaction) => transaction.read(query(name, words), parameters))
      if (unordered) expect(answered, name).toHaveLength(rows.length)
      expect(answered, name).toEqual(unordered ? expect.arrayContaining(rows) : rows)
    }
  })

  it('refuses a second thing of one id, a second journal, a second entry of one revision', async () => {
    const { engine } = await open()
    const say = (name: string, parameters: Parameters = {}, words = {}) =>
      engine.write((transaction) => transaction.read(query(name, words), parameters))
    for (const name of files.filter((file) => file.startsWith('schema/')).sort()) await say(name)
    await say('entities/create', { rows: [{ fields: ada }] }, { LABEL: 'Person' })
    await expect(say('entities/create', { rows: [{ fields: { ...bread, id: 'ada' } }] }, { LABEL: 'Theme' })).rejects.toThrow(
      'entities/create'
    )
    await say('journal/write-entry', entry)
    await expect(say('journal/write-entry', entry)).rejects.toThrow('journal/write-entry')
    expect(await engine.read(query('entities/ids'))).toEqual([{ id: 'ada' }])
    expect(await engine.read(query('journal/entries-since'), { since: 0 })).toHaveLength(1)
  })
})

describeOnEngines('a transaction', (open) => {
  const say = (text: string) => ({ name: 'test', text })
  const make = say('CREATE (:Person {id: $id})')
  const people = say('MATCH (person:Person) RETURN person.id AS id ORDER BY id')

  it('is applied whole, or not at all', async () => {
    const { engine } = await open()
    const answered = await engine.write(async (transaction) => {
      await transaction.read(make, { id: 'ada' })
      await transaction.read(make, { id: 'bob' })
      return transaction.read(people)
    })
    expect(answered).toEqual([{ id: 'ada' }, { id: 'bob' }])
    const refused = engine.write(async (transaction) => {
      await transaction.read(make, { id: 'chloe' })
      throw new Error('changed my mind')
    })
    await expect(refused).rejects.toThrow('changed my mind')
    expect(await engine.read(people)).toEqual([{ id: 'ada' }, { id: 'bob' }])
  })

  it('with a failed statement is lost, even where the work goes on', async () => {
    const { engine } = await open()
    const writing = engine.write(async (transaction) => {
      await transaction.read(make, { id: 'ada' })
      await transaction.read(say('this is no statement')).catch(() => undefined)
      await transaction.read(make, { id: 'bob' }).catch(() => undefined)
    })
    await expect(writing).rejects.toThrow()
    expect(await engine.read(people)).toEqual([])
  })

  it('is seen by nobody while it is open', async () => {
    const { engine } = await open()
    await engine.write(async (transaction) => {
      await transaction.read(make, { id: 'ada' })
      expect(await engine.read(people)).toEqual([])
      expect(await transaction.read(people)).toEqual([{ id: 'ada' }])
    })
    expect(await engine.read(people)).toEqual([{ id: 'ada' }])
  })

  it('waits for the one before it', async () => {
    const { engine } = await open()
    await engine.write((transaction) => transaction.read(query('journal/begin'), { store: 'one' }))
    const advance = () => engine.write((transaction) => transaction.read<{ revision: number }>(query('journal/advance')))
    const revisions = (await Promise.all(Array.from({ length: 12 }, advance))).map(([head]) => head?.revision ?? 0)
    expect(revisions.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
  })

  it('of a thread that ends in the middle is lost, and the next one need not wait', async () => {
    const { engine } = await open()
    const other = await attachGraph(await engine.share())
    let made = () => {}
    const middle = new Promise<void>((resolve) => {
      made = resolve
    })
    const writing = other.write(async (transaction) => {
      await transaction.read(make, { id: 'ada' })
      made()
      await new Promise(() => {})
    })
    writing.catch(() => undefined)
    await middle
    await other.close()
    await engine.write((transaction) => transaction.read(make, { id: 'bob' }))
    expect(await engine.read(people)).toEqual([{ id: 'bob' }])
  })
})

describeOnEngines('a graph', (open) => {
  const say = (text: string) => ({ name: 'test', text })

  it('shared shows there what was written before', async () => {
    const { engine } = await open()
    for (const id of ['ada', 'bob']) {
      await engine.write((transaction) => transaction.read(say('CREATE (:Person {id: $id})'), { id }))
      const other = await attachGraph(await engine.share())
      expect(await other.read(say('MATCH (person:Person {id: $id}) RETURN person.id AS id'), { id })).toEqual([{ id }])
      await other.close()
    }
  })

  it('gives many rows whole and in order, to several who ask at once', async () => {
    const { engine } = await open()
    const ask = (most: number) => engine.read<{ number: number }>(say('UNWIND range(1, $most) AS number RETURN number'), { most })
    for (const rows of await Promise.all([ask(30_000), ask(30_000), ask(1)])) {
      expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: rows.length }, (_, index) => index + 1))
    }
  })

  it('takes what is missing as null', async () => {
    const { engine } = await open()
    const rows = await engine.read(say('RETURN $nothing AS nothing, $missing AS missing, $map.missing AS inside'), {
      nothing: null,
      missing: undefined,
      map: { missing: undefined }
    })
    expect(rows).toEqual([{ nothing: null, missing: null, inside: null }])
  })

  it('keeps texts and numbers as they were given', async () => {
    const { engine } = await open()
    const values = [
      '1',
      '01',
      '1.0',
      'true',
      'null',
      '2024-03-09',
      '2024',
      'P1D',
      'é',
      'e\u0301',
      '\u{1F41D}',
      "O'Hara",
      '\\',
      ' a ',
      0,
      1,
      0.1,
      -3
    ]
    await engine.write((transaction) =>
      transaction.read(say('UNWIND $rows AS row CREATE (thing:Thing) SET thing = row'), {
        rows: values.map((value, at) => ({ at, value }))
      })
    )
    const rows = await engine.read<{ value: unknown }>(say('MATCH (thing:Thing) RETURN thing.value AS value ORDER BY thing.at'))
    expect(rows.map(({ value }) => value)).toEqual(values)
    for (const value of values.filter((value) => typeof value === 'string')) {
      const found = await engine.read(say('MATCH (thing:Thing) WHERE thing.at < 14 AND thing.value = $value RETURN thing.value AS value'), {
        value
      })
      expect(found).toEqual([{ value }])
    }
  })

  it('names a statement that it cannot carry out', async () => {
    const { engine } = await open()
    await expect(engine.read({ name: 'people/odd', text: 'this is no statement' })).rejects.toThrow(/^people\/odd: /)
    const writing = engine.write((transaction) => transaction.read({ name: 'people/odd', text: 'this is no statement' }))
    await expect(writing).rejects.toThrow(/^people\/odd: /)
  })
})
