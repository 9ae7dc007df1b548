import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

/** What files may not import, and what they may. An override of the lint tool replaces the rule before it, so that each room is held here. */
const directions: { file: string; refused: string[]; allowed: string[] }[] = [
  {
    file: 'server/contract/new.ts',
    refused: ['../search.ts', '../graph/query.ts', './../lens.ts', '../../web/words.ts', 'node:fs', 'fastify', 'react', 'neo4j-driver'],
    allowed: ['zod', './entity.ts', './vocabulary/kinds.ts', '#contract/entity.ts']
  },
  {
    file: 'server/contract/vocabulary/new.ts',
    refused: ['../../lens.ts', '../../network/days.ts', 'node:path', 'csv-parse'],
    allowed: ['zod', './words.ts', '#contract/entity.ts']
  },
  {
    file: 'server/graph/new.ts',
    refused: [
      '../app.ts',
      '../journal/stored.ts',
      '../network/build.ts',
      '../text/fold.ts',
      '../../seed/task.ts',
      '../../web/words.ts',
      'fastify'
    ],
    allowed: ['../thread.ts', './engine.ts', '#contract/entity.ts', 'neo4j-driver', '@grafeo-db/js', 'node:fs']
  },
  {
    file: 'server/journal/new.ts',
    refused: [
      '../lens.ts',
      '../network/build.ts',
      '../text/fold.ts',
      '../../seed/task.ts',
      '../../web/words.ts',
      'fastify',
      'neo4j-driver'
    ],
    allowed: ['../thread.ts', '../graph/engine.ts', './stored.ts', '#contract/changes.ts', 'node:crypto']
  },
  {
    file: 'server/network/new.ts',
    refused: ['../lens.ts', '../../seed/task.ts', '../../web/words.ts', '@fastify/static', 'neo4j-driver', '@grafeo-db/js'],
    allowed: ['../thread.ts', '../graph/engine.ts', '../journal/stored.ts', '../text/packed.ts', '#contract/entity.ts']
  },
  {
    file: 'server/map/new.ts',
    refused: ['../lens.ts', '../cards.ts', '../../seed/task.ts', '../../web/words.ts', 'fastify', 'neo4j-driver', '@grafeo-db/js'],
    allowed: ['../thread.ts', '../network/projection.ts', '../text/packed.ts', '#contract/network.ts', 'graphology', 'zod']
  },
  {
    file: 'server/groups/new.ts',
    refused: ['../lens.ts', '../answers.ts', '../../seed/task.ts', '../../web/words.ts', 'fastify', 'neo4j-driver', '@grafeo-db/js'],
    allowed: ['../thread.ts', '../map/shares.ts', '../network/projection.ts', '../text/packed.ts', '#contract/questions.ts']
  },
  {
    file: 'server/matches/new.ts',
    refused: ['../lens.ts', '../answers.ts', '../../seed/task.ts', '../../web/words.ts', 'fastify', 'neo4j-driver', '@grafeo-db/js'],
    allowed: ['../thread.ts', '../evidence.ts', '../network/projection.ts', '../text/packed.ts', '#contract/matches.ts']
  },
  {
    file: 'server/ice-breakers/new.ts',
    refused: ['../lens.ts', '../answers.ts', '../../seed/task.ts', '../../web/words.ts', 'fastify', 'neo4j-driver', '@grafeo-db/js'],
    allowed: ['../matches/ground.ts', '../network/projection.ts', '../text/packed.ts', '#contract/ice-breakers.ts']
  },
  {
    file: 'server/tables/new.ts',
    refused: ['../lens.ts', '../answers.ts', '../../seed/task.ts', '../../web/words.ts', 'fastify', 'neo4j-driver', '@grafeo-db/js'],
    allowed: ['../matches/ground.ts', '../network/projection.ts', '../text/packed.ts', '#contract/tables.ts']
  },
  {
    file: 'server/text/new.ts',
    refused: [
      '../search.ts',
      '../graph/query.ts',
      '../journal/stored.ts',
      '../network/days.ts',
      '../../seed/task.ts',
      'fastify',
      '@grafeo-db/js'
    ],
    allowed: ['./fold.ts', '#contract/search.ts']
  },
  {
    file: 'server/new.ts',
    refused: ['../seed/task.ts', '../web/words.ts', 'neo4j-driver', '@grafeo-db/js'],
    allowed: ['./lens.ts', './network/days.ts', '#contract/search.ts', 'fastify', 'node:fs']
  },
  {
    file: 'server/main.ts',
    refused: ['../web/words.ts', 'neo4j-driver'],
    allowed: ['../seed/task.ts', './app.ts', './graph/open.ts']
  },
  {
    file: 'seed/folder/new.ts',
    refused: ['../../web/words.ts', 'neo4j-driver', '@grafeo-db/js'],
    allowed: ['../task.ts', '../../server/journal/write.ts', '#contract/entity.ts', 'csv-parse/sync', 'node:stream/web']
  },
  {
    file: 'web/search/new.tsx',
    refused: [
      '../../server/contract/search.ts',
      '../../server/lens.ts',
      '../../seed/task.ts',
      '../../cypher/journal/head.cypher',
      'node:fs',
      'fastify',
      'fastify-type-provider-zod',
      'neo4j-driver',
      '@grafeo-db/js',
      'csv-parse',
      'csv-stringify/sync'
    ],
    allowed: ['../words.ts', './query.ts', '#contract/search.ts', 'react', '@tanstack/react-query']
  },
  { file: 'new.config.ts', refused: ['neo4j-driver'], allowed: ['vite', 'node:path'] },
  { file: 'neo4j/new.ts', refused: [], allowed: ['neo4j-driver'] },
  { file: 'tests/new.test.ts', refused: [], allowed: ['neo4j-driver', '../server/app.ts', '../seed/task.ts', '../web/words.ts'] },
  { file: 'bench/new.ts', refused: [], allowed: ['neo4j-driver', '@grafeo-db/js', '../seed/task.ts'] }
]

interface Diagnostic {
  category: string
  location: { path: string; start: { line: number } }
}

const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url))

/** The imports that the lint tool refuses, as `file: import`, of files that stand where the rules of the project hold. */
async function refusedOf(files: { file: string; imports: string[] }[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entremise-directions-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  copyFileSync(new URL('../biome.json', import.meta.url), join(folder, 'biome.json'))
  for (const { file, imports } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), imports.map((name) => `import '${name}'\n`).join(''))
  }
  const told = await new Promise<string>((resolve) => {
    // What it refuses makes the lint tool fail; what it says is read all the same.
    execFile(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], { cwd: folder }, (_, stdout) =>
      resolve(stdout)
    )
  })
  const { diagnostics } = JSON.parse(told) as { diagnostics: Diagnostic[] }
  return diagnostics
    .filter(({ category }) => category === 'lint/style/noRestrictedImports')
    .map(({ location: { path, start } }) => `${path}: ${files.find(({ file }) => file === path)?.imports[start.line - 1]}`)
}

test('an import against the direction is refused by the lint tool, every other is not', async () => {
  const refused = await refusedOf(directions.map(({ file, refused, allowed }) => ({ file, imports: [...refused, ...allowed] })))
  expect(refused.sort()).toEqual(directions.flatMap(({ file, refused }) => refused.map((name) => `${file}: ${name}`)).sort())
})
