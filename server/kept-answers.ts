/** How much is kept, in characters or bytes; one answer larger than a part of that would push out all others. */
const MOST = 64_000_000
const LARGEST = MOST / 8

/** An answer as it is sent. */
export interface Sent {
  type: string
  body: string | Buffer
  encoding?: 'gzip'
}

/** Answers by their tag, the latest used last: what is asked often is made, and compressed, once a revision. */
export class KeptAnswers {
  private readonly answers = new Map<string, Sent>()
  private size = 0

  get(tag: string): Sent | undefined {
    const sent = this.answers.get(tag)
    if (sent === undefined) return undefined
    this.answers.delete(tag)
    this.answers.set(tag, sent)
    return sent
  }

  /** Keeps an answer, and forgets what was not asked for longest where there is too much. */
  keep(tag: string, sent: Sent): void {
    if (sent.body.length > LARGEST) return
    this.size -= this.answers.get(tag)?.body.length ?? 0
    this.answers.set(tag, sent)
    this.size += sent.body.length
    for (const [oldest, { body }] of this.answers) {
      if (this.size <= MOST) break
      this.answers.delete(oldest)
      this.size -= body.length
    }
  }
}
