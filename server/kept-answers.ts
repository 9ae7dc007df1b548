/** How much text is kept, in characters. */
const MOST_TEXT = 64_000_000

/** Answers by their tag, the latest used last: what is asked often is made once a revision. */
export class KeptAnswers {
  private readonly texts = new Map<string, string>()
  private size = 0

  get(tag: string): string | undefined {
    const text = this.texts.get(tag)
    if (text === undefined) return undefined
    this.texts.delete(tag)
    this.texts.set(tag, text)
    return text
  }

  /** Keeps an answer, and forgets what was not asked for longest where there is too much. */
  keep(tag: string, text: string): void {
    this.texts.set(tag, text)
    this.size += text.length
    for (const [oldest, { length }] of this.texts) {
      if (this.size <= MOST_TEXT) break
      this.texts.delete(oldest)
      this.size -= length
    }
  }
}
