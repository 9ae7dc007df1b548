import { EntityId } from '#contract/entity.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { type Report, withArticle } from './faults.ts'
import type { EntityRecord, FolderRead, Name } from './records.ts'
import { inBatches, type Store } from './store.ts'

const creatable: Name['type'][] = ['theme', 'territory']

interface Found {
  ids: Map<Name, string>
  /** The themes and territories that are nowhere yet. */
  created: EntityRecord[]
}

/** The ids of the folder's own themes or territories, by name; the first counts where two bear one name. */
function ownNames(type: Name['type'], { entities }: FolderRead): Map<string, string> {
  const own = new Map<string, string>()
  for (const entity of entities.values()) {
    const name = entity.type === type ? entity.fields.name : undefined
    if (typeof name === 'string' && !own.has(name)) own.set(name, entity.id)
  }
  return own
}

/** Why a name makes no id; `holder` is the kind of what holds that id already. */
function idFault({ type }: Name, id: string, holder: EntityType | undefined, held: EntityRecord | undefined): string | undefined {
  if (holder !== undefined && holder !== type) {
    const place = held ? `${held.file} line ${held.line}` : 'the store'
    return `would make the ${type} "${id}", an id that ${withArticle(holder)} holds in ${place}`
  }
  if (!EntityId.safeParse(id).success) return `makes an id longer than 512 characters (${type}:NAME); write a shorter name`
  return /\p{Cc}/u.test(id) ? `holds a control character, which the id it makes (${type}:NAME) may not` : undefined
}

/**
 * Finds what cells name: a theme or territory of that name in the folder, then in the store, else a new one with the id `theme:NAME`.
 * Where that id is held by a theme that was renamed since, it is meant; where another kind holds it, the name is refused.
 */
export async function findNames(folder: FolderRead, store: Store, report: Report): Promise<Found> {
  const ids = new Map<Name, string>()
  const created: EntityRecord[] = []
  for (const type of creatable) {
    const wanted = folder.names.filter((name) => name.type === type)
    const own = ownNames(type, folder)
    const stored = await inBatches(
      wanted.map(({ name }) => name).filter((name) => !own.has(name)),
      (batch) => store.named(type, batch)
    )
    const unknown = wanted.filter(({ name }) => !own.has(name) && !stored.has(name))
    const idOf = ({ name }: Name) => `${type}:${name}`
    const holders = await inBatches(
      unknown.map(idOf).filter((id) => !folder.entities.has(id)),
      (batch) => store.typesOf(batch)
    )

    for (const name of wanted) {
      const id = own.get(name.name) ?? stored.get(name.name)
      if (id !== undefined) ids.set(name, id)
    }
    for (const name of unknown) {
      const id = idOf(name)
      const { file, line, column, name: value } = name
      const held = folder.entities.get(id)
      const holder = held?.type ?? holders.get(id)
      const reason = idFault(name, id, holder, held)
      if (reason !== undefined) {
        report.fault({ file, line, column, value, reason })
        continue
      }
      ids.set(name, id)
      if (holder === undefined) created.push({ id, type, fields: { name: value }, file, line })
    }
  }
  return { ids, created }
}
