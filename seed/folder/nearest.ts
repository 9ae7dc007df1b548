/** How many letters must be put in, left out or changed to make one word of the other (Levenshtein, 1966). */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const change = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1)
      current.push(Math.min(change, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    above = current
  }
  return above[other.length] ?? 0
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '')

/** The word that was probably meant: at most two letters away (one, for words under four letters), case and `_` aside. */
export function nearest(text: string, words: readonly string[]): string | undefined {
  const written = plain(text.slice(0, 100))
  const limit = written.length < 4 ? 1 : 2
  const [best] = words.map((word) => ({ word, away: distance(written, plain(word)) })).sort((a, b) => a.away - b.away)
  return best && best.away <= limit ? best.word : undefined
}

/** Tells why words are refused: the one probably meant, and the first time all that are known. */
export function unknownWord(words: readonly string[]): (text: string) => string {
  let known = ` known: ${words.join(', ')}`
  return (text) => {
    const meant = nearest(text, words)
    const hints = `${meant === undefined ? '' : ` did you mean ${meant}?`}${known}`
    known = ''
    return hints === '' ? 'is unknown' : `is unknown;${hints}`
  }
}
