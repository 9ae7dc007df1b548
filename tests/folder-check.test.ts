import { describe, expect, test } from 'vitest'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import type { Store } from '../seed/folder/store.ts'
import { judge } from './folders.ts'

/** A store that holds these, and remembers how much it was asked at once. */
function storeOf(held: Record<string, { type: EntityType; name?: string }>): Store & { asked: number[] } {
  const asked: number[] = []
  return {
    asked,
    async typesOf(ids) {
      asked.push(ids.length)
      return new Map(ids.flatMap((id) => (Object.hasOwn(held, id) && held[id] ? [[id, held[id].type]] : [])))
    },
    async named(type, names) {
      asked.push(names.length)
      return new Map(
        Object.entries(held).flatMap(([id, thing]) =>
          thing.type === type && thing.name && names.includes(thing.name) ? [[thing.name, id]] : []
        )
      )
    }
  }
}

describe('a folder checked against the store', () => {
  test('ties may end on what the store holds already', async () => {
    const store = storeOf({ bob: { type: 'person' } })
    const { ties } = await judge({ 'people.csv': 'id,name\nada,Ada\n', 'ties.csv': 'from,relation,to\nada,KNOWS,bob\n' }, store)
    expect(ties).toHaveLength(1)
  })

  test('ties that end nowhere are refused', async () => {
    const { faults } = await judge(
      {
        'people.csv': 'id,name\nada,Ada\n',
        'needs.csv': 'id,holder,text\nn1,nobody,Un local\n',
        'ties.csv': 'from,relation,to\nada,KNOWS,bob\neve,CARRIES,marée\n'
      },
      storeOf({})
    )
    expect(faults).toEqual([
      'needs.csv line 2, holder "nobody": is an id that neither this folder nor the store holds',
      'ties.csv line 2, to "bob": is an id that neither this folder nor the store holds',
      'ties.csv line 3, from "eve": is an id that neither this folder nor the store holds',
      'ties.csv line 3, to "marée": is an id that neither this folder nor the store holds'
    ])
  })

  test('an end is told as missing unless it may stand in what was not judged', async () => {
    const nobody = 'is an id that neither this folder nor the store holds'
    const { faults } = await judge({
      'people.csv': 'id,name\nada,Ada\n',
      'themes.csv': '',
      'territories.csv': '\n\n',
      'events.csv': 'id,name\ncamp,"BarCamp\n',
      'ties.csv': 'from,relation,to\nada,ABOUT,bread\nada,LOCATED_IN,thiers\neve,KNOWS,ada\neve,ATTENDED,camp\n'
    })
    expect(faults).toEqual([
      'themes.csv: is empty; its first line must name its columns',
      'events.csv line 2: a quote opens here and never closes; the rest of the file is not judged',
      'territories.csv: is empty; its first line must name its columns: id, name, description',
      `ties.csv line 2, to "bread": ${nobody}`,
      `ties.csv line 3, to "thiers": ${nobody}`,
      `ties.csv line 4, from "eve": ${nobody}`,
      `ties.csv line 5, from "eve": ${nobody}`
    ])
  })

  test('relations join only the kinds they are made for', async () => {
    const { faults } = await judge(
      {
        'people.csv': 'id,name\nada,Ada\n',
        'projects.csv': 'id,name\nmarée,Marée basse\n',
        'events.csv': 'id,name\ncamp,BarCamp\n',
        'needs.csv': 'id,holder,text\nn1,camp,Un local\n',
        'ties.csv': 'from,relation,to\nada,WORKS_FOR,marée\nmarée,ABOUT,ada\nada,SUPPORTS,org\n'
      },
      storeOf({ org: { type: 'organization' } })
    )
    expect(faults).toEqual([
      'needs.csv line 2, holder: relation SEEKS cannot join an event to a need; it joins person, organization, project or program to need',
      'ties.csv line 2: relation WORKS_FOR cannot join a person to a project; it joins person to organization',
      'ties.csv line 3: relation ABOUT cannot join a project to a person; it joins anything to theme',
      'ties.csv line 4: relation SUPPORTS cannot join a person to an organization; it joins organization or program to project'
    ])
  })

  test('a thing is not tied to itself', async () => {
    const { faults } = await judge({ 'people.csv': 'id,name\nada,Ada\n', 'ties.csv': 'from,relation,to\nada,KNOWS,ada\n' })
    expect(faults).toEqual(['ties.csv line 2, to "ada": is where the tie starts as well; a thing is not tied to itself'])
  })

  test('an id keeps its kind', async () => {
    const { faults } = await judge({ 'people.csv': 'id,name\nada,Ada\n' }, storeOf({ ada: { type: 'organization' } }))
    expect(faults).toEqual(['people.csv line 2, id "ada": is an organization in the store and a person here; an id keeps its kind'])
  })

  test('a name finds the theme of the folder, then of the store, then makes one', async () => {
    const store = storeOf({
      s1: { type: 'theme', name: 'Vélo' },
      s2: { type: 'theme', name: 'Jeux' },
      'theme:Son': { type: 'theme', name: 'Sons' }
    })
    const { entities, ties } = await judge(
      {
        'people.csv': 'id,name,themes\nada,Ada,Vélo|Jeux|Son|Neuf\n',
        'themes.csv': 'id,name\nf1,Vélo\n'
      },
      store
    )
    expect(ties.map(({ to }) => to)).toEqual(['f1', 's2', 'theme:Son', 'theme:Neuf'])
    expect(entities.map(({ id }) => id)).toEqual(['ada', 'f1', 'theme:Neuf'])
  })

  test('a name that can make no id is refused where it first stands', async () => {
    const long = 'x'.repeat(507)
    const { faults } = await judge(
      {
        'people.csv': `id,name,themes,territory\nada,Ada,Vélo,Auvergne\ntheme:Vélo,Bob,Vélo,${long}\neve,Ève,"Vé\nlo",\n`
      },
      storeOf({ 'territory:Auvergne': { type: 'event' } })
    )
    expect(faults).toEqual([
      'people.csv line 2, themes "Vélo": would make the theme "theme:Vélo", an id that a person holds in people.csv line 3',
      'people.csv line 4, themes "Vé\\nlo": holds a control character, which the id it makes (theme:NAME) may not',
      'people.csv line 2, territory "Auvergne": would make the territory "territory:Auvergne", an id that an event holds in the store',
      `people.csv line 3, territory "${'x'.repeat(80)}…": makes an id longer than 512 characters (territory:NAME); write a shorter name`
    ])
  })

  test('a tie written in a column and in ties.csv is one', async () => {
    const { ties, warnings } = await judge({
      'people.csv': 'id,name,themes\nada,Ada,Vélo\n',
      'themes.csv': 'id,name\nt1,Vélo\n',
      'ties.csv': 'from,relation,to\nada,ABOUT,t1\n'
    })
    expect(ties).toHaveLength(1)
    expect(warnings).toEqual(['ties.csv line 2: an exact repeat of an earlier tie; it counts once'])
  })

  test('the store is asked 5,000 ids at once, and for no end that the folder holds', async () => {
    const ids = Array.from({ length: 6_000 }, (_, number) => `p${number}`)
    const store = storeOf(Object.fromEntries(ids.map((id) => [`s${id}`, { type: 'person' as const }])))
    const { ties } = await judge(
      {
        'people.csv': `id,name\n${ids.map((id) => `${id},${id}\n`).join('')}`,
        'ties.csv': `from,relation,to\n${ids.map((id) => `${id},KNOWS,s${id}\np0,FOLLOWS,${id === 'p0' ? 'p1' : id}\n`).join('')}`
      },
      store
    )
    expect(ties).toHaveLength(11_999)
    expect(store.asked).toEqual([5_000, 1_000, 5_000, 1_000])
  })

  test('what was refused when reading stays refused, with the rest', async () => {
    const { faults, faultCount } = await judge({
      'people.csv': 'id,name,visibility\nada,Ada,nobody\n',
      'ties.csv': 'from,relation,to\nada,KNOWS,bob\n'
    })
    expect(faultCount).toBe(2)
    expect(faults).toEqual([
      'people.csv line 2, visibility "nobody": is unknown; write everyone, members or connectors',
      'ties.csv line 2, to "bob": is an id that neither this folder nor the store holds'
    ])
  })
})
