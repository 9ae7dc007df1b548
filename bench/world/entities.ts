import type { Society } from './society.ts'
import { oftenFirst, oneOf, type Random, whole } from './random.ts'
import { idOf, Writer } from './texts.ts'
import { cities, organizationKinds, roles, stages, teamRoles } from './words.ts'

/** Rows of a file, the header first. */
export type Rows = Generator<(string | undefined)[]>

/** Every kind of thing; ids are noted by place as the rows are made, for the ties that come after. */
export class Entities {
  readonly people: string[] = []
  readonly organizations: string[] = []
  readonly projects: string[] = []
  private readonly society: Society
  private readonly random: Random
  private readonly writer: Writer
  private readonly themes: string[]

  constructor(society: Society, random: Random) {
    this.society = society
    this.random = random
    this.writer = new Writer(random)
    const names = new Set<string>()
    while (names.size < society.themes) names.add(this.writer.thing())
    this.themes = [...names]
  }

  /** Themes that a community keeps coming back to, and now and then any other. */
  private themesOf(community: number, most: number): string {
    const chosen = new Set<string>()
    for (let i = 0; i < most; i++) {
      const own = this.random() < 0.7
      const place = own ? (community * 7 + whole(this.random, 5)) % this.themes.length : -1
      chosen.add(place >= 0 ? (this.themes[place] as string) : oftenFirst(this.random, this.themes))
    }
    return [...chosen].join('|')
  }

  private note(ids: string[], name: string): string {
    const id = idOf(name, ids.length + 1)
    ids.push(id)
    return id
  }

  *themeRows(): Rows {
    yield ['id', 'name', 'description']
    for (const [place, name] of this.themes.entries()) yield [idOf(`theme ${name}`, place + 1), name, this.writer.sentence(8)]
  }

  *peopleRows(): Rows {
    yield ['id', 'name', 'role', 'bio', 'themes', 'city']
    for (let place = 0; place < this.society.people.count; place++) {
      const name = this.writer.person()
      const themes = this.random() < 0.4 ? this.themesOf(this.society.people.communityOf(place), 1) : ''
      yield [this.note(this.people, name), name, oneOf(this.random, roles), this.writer.sentence(15), themes, oneOf(this.random, cities)]
    }
  }

  *organizationRows(): Rows {
    yield ['id', 'name', 'kind', 'description', 'themes', 'city']
    for (let place = 0; place < this.society.organizations.count; place++) {
      const name = this.writer.thing()
      const themes = this.themesOf(this.society.organizations.communityOf(place), 1)
      const kind = oneOf(this.random, organizationKinds)
      yield [this.note(this.organizations, name), name, kind, this.writer.sentence(15), themes, oneOf(this.random, cities)]
    }
  }

  *projectRows(): Rows {
    yield ['id', 'name', 'description', 'stage', 'started_on', 'ended_on', 'themes', 'city']
    for (let place = 0; place < this.society.projects.count; place++) {
      const name = this.writer.thing()
      const themes = this.themesOf(this.society.projects.communityOf(place), 2)
      const id = this.note(this.projects, name)
      yield [id, name, this.writer.sentence(30), oneOf(this.random, stages), ...this.writer.dates(0.3), themes, oneOf(this.random, cities)]
    }
  }

  *tieRows(): Rows {
    yield ['from', 'relation', 'to', 'role', 'from_date', 'to_date', 'source']
    yield* this.works()
    yield* this.teams()
    yield* this.acquaintances()
  }

  private *works(): Rows {
    const { people, organizations } = this.society
    const staff = new Uint32Array(organizations.count)
    const most = Math.max(5, people.count / 100)
    for (let person = 0; person < people.count; person++) {
      const employers = new Set<number>()
      const wanted = this.random() < 0.3 ? 2 : 1
      while (employers.size < wanted) {
        const near = this.random() < 0.7
        const one = near ? organizations.oneOf(this.random, people.communityOf(person)) : organizations.anyone(this.random)
        // A small community may have no room left: then any organization will do.
        const employer = (staff[one] as number) < most && !employers.has(one) ? one : whole(this.random, organizations.count)
        if (employers.has(employer)) continue
        employers.add(employer)
        staff[employer] = (staff[employer] as number) + 1
        yield [this.people[person], 'WORKS_FOR', this.organizations[employer], oneOf(this.random, roles), ...this.writer.dates(0.35), '']
      }
    }
  }

  private *teams(): Rows {
    const { people, projects } = this.society
    for (let project = 0; project < projects.count; project++) {
      const team = new Set<number>()
      const wanted = Math.min(12, Math.floor(2 * (1 - this.random()) ** -0.8))
      while (team.size < wanted) {
        const near = this.random() < 0.8
        team.add(near ? people.oneOf(this.random, projects.communityOf(project)) : people.anyone(this.random))
      }
      for (const person of team)
        yield [this.people[person], 'CARRIES', this.projects[project], oneOf(this.random, teamRoles), ...this.writer.dates(0.3), '']
    }
  }

  /** Four for each person: most within the community. */
  private *acquaintances(): Rows {
    const { people } = this.society
    const known = new Set<number>()
    for (let tie = 0; tie < people.count * 4; tie++) {
      const person = tie >>> 2
      let pair = -1
      let other = person
      while (other === person || known.has(pair)) {
        other = this.random() < 0.75 ? people.oneOf(this.random, people.communityOf(person)) : people.anyone(this.random)
        pair = Math.min(person, other) * people.count + Math.max(person, other)
      }
      known.add(pair)
      const [from, to] = this.random() < 0.7 ? this.writer.dates(0.1) : ['', '']
      yield [this.people[person], 'KNOWS', this.people[other], '', from, to, this.random() < 0.2 ? this.writer.text(3) : '']
    }
  }
}
