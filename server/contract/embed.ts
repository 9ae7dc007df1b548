/** The one page that other sites may show within theirs: a view of the map, to look at. */
export const EMBED_PATH = '/integrer'
