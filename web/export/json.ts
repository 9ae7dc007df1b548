import type { Told } from './told.ts'

/**
 * A view in JSON, in the words of the API (see /api/network):
 *
 * - `title`, `language`, `date` (a moment, ISO 8601), `address` (where the view is found again), `revision` of the network it was read at;
 * - `nodes`: `id`, `type`, `name`, `kind` (its type in words), `community`, `theme`, `territory` (names), `degree`, `betweenness` and
 *   `pagerank` (0 to 1), `x` and `y` (of a map 1,000 wide, its middle at 0, y upwards), `size` (a radius), `colour` (#rrggbb);
 * - `ties`: `from` and `to` (ids), `relation`, `sentence`, `directed`, and where they are known `from_date` and `to_date` (YYYY-MM-DD).
 *
 * What is not known is absent.
 */
export function jsonOf({ title, language, at, address, revision, cards, ties }: Told): string {
  const known = (text: string): string | undefined => text || undefined
  const nodes = cards.map(({ community, theme, territory, ...card }) => ({
    ...card,
    community: known(community),
    theme: known(theme),
    territory: known(territory)
  }))
  const told = ties.map(({ from, to, relation, sentence, isDirected, since, until }) => ({
    from: from.id,
    relation,
    to: to.id,
    sentence,
    directed: isDirected,
    from_date: since,
    to_date: until
  }))
  return `${JSON.stringify({ title, language, date: at, address, revision, nodes, ties: told }, null, 1)}\n`
}
