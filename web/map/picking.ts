import { idAt, type Network } from '../network/network.ts'
import { aroundToo, type ViewActs } from './view.ts'

/** An address has room for so many that are chosen at once. */
const MOST_PICKED = 60

/** What choosing and opening do to a view. */
export function pickingIn(network: Network, { view: { selected, around }, change }: Pick<ViewActs, 'view' | 'change'>) {
  return {
    /** `isMore`: beside what is chosen already, or no longer. */
    pick(entity: number, isMore: boolean): void {
      const id = idAt(network, entity)
      const others = selected.filter((other) => other !== id)
      change({ panel: '', selected: !isMore ? [id] : selected.includes(id) ? others : [...selected, id] })
    },
    pickAll(entities: number[]): void {
      const added = entities.map((entity) => idAt(network, entity))
      change({ panel: '', selected: [...new Set([...selected, ...added])].slice(0, MOST_PICKED) })
    },
    open(entity: number): void {
      const id = idAt(network, entity)
      change({ ...aroundToo(around, id), selected: [id] })
    }
  }
}
