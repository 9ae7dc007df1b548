/** Where the key of connectors is kept: as long as the window is open, or as long as it is not forgotten. */
const places = [() => sessionStorage, () => localStorage]
const NAME = 'key'

/** The key that this browser decides with, where one was given. */
export function keyHere(): string | undefined {
  for (const place of places) {
    try {
      const key = place().getItem(NAME)
      if (key) return key
    } catch {
      // Storage is closed to this page.
    }
  }
  return undefined
}

/** Forgets the key, everywhere. */
export function forgetKey(): void {
  for (const place of places) {
    try {
      place().removeItem(NAME)
    } catch {
      // Nothing is kept where storage is closed.
    }
  }
}

/** Keeps a key in the place of any other; whether it could. */
export function keepKey(key: string, isRemembered: boolean): boolean {
  forgetKey()
  try {
    places[isRemembered ? 1 : 0]?.().setItem(NAME, key)
    return true
  } catch {
    return false
  }
}

/** What a request says of who makes it. */
export const bearer = (key: string | undefined): { authorization?: string } => (key ? { authorization: `Bearer ${key}` } : {})
