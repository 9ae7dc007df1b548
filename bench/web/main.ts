import { parseArgs } from 'node:util'
import { buildPages } from '../../server/pages.ts'
import { noBrowser, startChromium } from '../../tests/browser/chromium.ts'
import { type Figure, printTable } from '../figures.ts'
import type { WebMeasure } from './bench.ts'
import { measureAnr, measureWorld } from './first-view.ts'
import { measureHeld } from './held.ts'
import { measureHover } from './hover.ts'
import { measureScripts } from './scripts.ts'
import { startSite } from './site.ts'
import { measureTransport } from './transport.ts'

const measures: Record<string, WebMeasure> = {
  world: measureWorld,
  anr: measureAnr,
  scripts: measureScripts,
  transport: measureTransport,
  held: measureHeld,
  hover: measureHover
}

const usage = `npm run bench:web -- [--only MEASURE] [--rounds N]
  --only    one measure: ${Object.keys(measures).join(', ')}; may repeat
  --rounds  how often each side is measured, in turn (9)`

function readOptions(): { only: string[]; rounds: number } {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string', multiple: true, default: [] }, rounds: { type: 'string', default: '9' } }
    })
    const rounds = Number(values.rounds)
    const unknown = values.only.find((name) => !(name in measures))
    if (unknown) throw new Error(`--only ${unknown} is unknown; known: ${Object.keys(measures).join(', ')}.`)
    if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${values.rounds} is not a number of rounds.`)
    return { only: values.only, rounds }
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`)
  }
}

try {
  const { only, rounds } = readOptions()
  const browser = await startChromium()
  if (!browser) throw new Error(noBrowser)
  await buildPages(console.log)
  const site = await startSite()
  const figures: Figure[] = []
  for (const [name, measure] of Object.entries(measures)) {
    if (only.length > 0 && !only.includes(name)) continue
    console.log(`\n${name}`)
    try {
      figures.push(...(await measure({ browser, site, rounds, tell: (line) => console.log(`  ${line}`) })))
    } catch (error) {
      console.log(`  ${name} left out: ${(error as Error).message.trim()}`)
    }
  }
  await browser.close()
  site.stop()
  console.log()
  printTable(figures)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
