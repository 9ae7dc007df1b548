/** What work took of the time, and of the processors: that is less moved by what else a machine does. In milliseconds. */
export interface Took {
  time: number
  processor: number
}

/** Starts to count what this process takes, all its threads together. */
export function startClock(): () => Took {
  const start = performance.now()
  const used = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(used)
    return { time: performance.now() - start, processor: (user + system) / 1_000 }
  }
}
