import { attachEmbedded, openEmbedded } from './embedded.ts'
import type { Engine, EngineHandle, Neo4jSettings } from './engine.ts'
import { openNeo4j } from './neo4j.ts'

/** Which database to open: a file of the embedded engine, or a Neo4j server. */
export type GraphPlace = { engine: 'embedded'; path: string } | { engine: 'neo4j'; settings: Neo4jSettings }

/** Opens a graph. Throws `GraphAway` or `StoreHeld` with a sentence that says what to do. */
export function openGraph(place: GraphPlace): Promise<Engine> {
  return place.engine === 'embedded' ? openEmbedded(place.path) : openNeo4j(place.settings)
}

/** Reaches a graph that the parent thread opened and shared. */
export async function attachGraph(handle: EngineHandle): Promise<Engine> {
  return handle.engine === 'embedded' ? attachEmbedded(handle) : openNeo4j(handle.settings, handle.bookmarks)
}

/** Tells one graph from another, without its password. */
export const placeName = (place: GraphPlace): string =>
  place.engine === 'embedded' ? place.path : `${place.settings.uri} ${place.settings.database ?? ''}`
