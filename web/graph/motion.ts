/** Something that moves by itself, from nothing to all of it. */
export class Motion {
  private frame = 0

  /** `put` is told how much is there, 0 to 1; at once, or frame by frame. */
  run(ms: number, isAtOnce: boolean, put: (share: number) => void): void {
    this.stop()
    const start = performance.now()
    const step = (now: number): void => {
      const share = isAtOnce ? 1 : Math.min(1, Math.max(0, (now - start) / ms))
      put(share)
      if (share < 1) this.frame = requestAnimationFrame(step)
    }
    step(start)
  }

  stop(): void {
    cancelAnimationFrame(this.frame)
  }
}
