/** What this browser remembers for its reader, and nobody else. A browser that remembers nothing is well served too. */
export type Memory = 'language' | 'light' | 'recent' | 'views'

export function recall(what: Memory): string | null {
  try {
    return localStorage.getItem(what)
  } catch {
    return null
  }
}

export function remember(what: Memory, value: string): void {
  try {
    localStorage.setItem(what, value)
  } catch {
    // A private window or a full store: the page works without.
  }
}
