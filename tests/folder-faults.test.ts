import { chmodSync, chownSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFolder } from '../seed/folder/read.ts'
import { readRows } from '../seed/folder/rows.ts'
import { folderOf, judge } from './folders.ts'

const people = 'id,name\nada,Ada\nbob,Bob\n'
const faultsOf = async (files: Parameters<typeof judge>[0]) => (await judge(files)).faults

const NOBODY = 65534

/** Everything is open to root: takes the rights of nobody, to whom the folder is given. */
function leaveRoot(folder: string): { back(): void } {
  if (process.getuid?.() !== 0) return { back: () => undefined }
  for (const path of [folder, ...readdirSync(folder).map((name) => join(folder, name))]) chownSync(path, NOBODY, NOBODY)
  process.seteuid?.(NOBODY)
  return { back: () => process.seteuid?.(0) }
}

describe('a folder that is refused: the disk', () => {
  test('is not there, or is a file', async () => {
    const folder = folderOf({ 'people.csv': people })
    expect(await faultsOf(join(folder, 'nowhere'))).toEqual(['FOLDER: is not there'])
    expect(await faultsOf(join(folder, 'people.csv'))).toEqual(['FOLDER: is not a folder'])
  })

  test('holds nothing that is read', async () => {
    expect(await faultsOf({ 'notes.txt': 'x' })).toEqual([
      'FOLDER: holds none of the files that are read: people.csv, organizations.csv, projects.csv, programs.csv, events.csv, themes.csv, territories.csv, needs.csv, offers.csv, introductions.csv, portraits.csv, ties.csv'
    ])
  })

  test('a file is a folder, a link to nothing, a link to itself', async () => {
    const folder = folderOf({ 'people.csv': people })
    mkdirSync(join(folder, 'projects.csv'))
    symlinkSync('nothing', join(folder, 'events.csv'))
    symlinkSync('ties.csv', join(folder, 'ties.csv'))
    expect(await faultsOf(folder)).toEqual(
      expect.arrayContaining([
        'projects.csv: is a folder, not a file',
        'events.csv: is a symbolic link to a file that is not there',
        'ties.csv: is a symbolic link that leads back to itself'
      ])
    )
    const loop = folderOf({})
    symlinkSync('loop', join(loop, 'loop'))
    expect(await faultsOf(join(loop, 'loop'))).toEqual(['FOLDER: is a symbolic link that leads back to itself'])
  })

  test('a file or the folder may not be read', async () => {
    const folder = folderOf({ 'people.csv': people })
    const asNobody = leaveRoot(folder)
    chmodSync(join(folder, 'people.csv'), 0)
    expect(await faultsOf(folder)).toEqual(['people.csv: may not be read; give the right to read it'])
    chmodSync(folder, 0)
    expect(await faultsOf(folder)).toEqual(['FOLDER: may not be read; give the right to read it'])
    chmodSync(folder, 0o700)
    asNobody.back()
  })

  test('a file is over 2 GB', async () => {
    const folder = folderOf({ 'people.csv': people, 'ties.csv': '' })
    truncateSync(join(folder, 'ties.csv'), 2 * 1024 ** 3 + 1)
    expect(await faultsOf(folder)).toEqual(['ties.csv: is over 2 GB; cut it into folders that are imported one after the other'])
  })

  test('a file is empty, or blank', async () => {
    expect(await faultsOf({ 'people.csv': '', 'events.csv': '\ufeff \n\n ,, \n', 'themes.csv': '\ufeff' })).toEqual([
      'people.csv: is empty; its first line must name its columns',
      'events.csv: is empty; its first line must name its columns: id, name, description, family, format, starts_at, ends_at, venue, capacity, themes, territory, city',
      'themes.csv: is empty; its first line must name its columns: id, name, description'
    ])
  })
})

describe('a folder that is refused: bytes and quotes', () => {
  test('a file is not UTF-8, from the line of its first bad byte on', async () => {
    const latin = Buffer.from('id,name\nada,Ada\neve,Ève\n', 'latin1')
    expect(await faultsOf({ 'people.csv': latin })).toEqual([
      'people.csv line 3: holds a byte that is not UTF-8; save the file as UTF-8; the rest of the file is not judged'
    ])
    const cut = Buffer.from('id,name\nada,é').subarray(0, -1)
    expect(await faultsOf({ 'people.csv': cut })).toEqual([
      'people.csv line 2: holds a byte that is not UTF-8; save the file as UTF-8; the rest of the file is not judged'
    ])
  })

  test('a character cut by the pieces a file is read in is none', async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `p${row},Éève€😀\n`).join('')
    for (const lead of ['', 'x', 'xx', 'xxx'])
      expect((await judge({ 'people.csv': `id,name\n${lead}lead,x\n${rows}` })).entities).toHaveLength(40_001)
    const late = Buffer.concat([Buffer.from(`id,name\n${rows}`), Buffer.from([0xe9]), Buffer.from(',x\n')])
    expect(await faultsOf({ 'people.csv': late })).toEqual([
      'people.csv line 40002: holds a byte that is not UTF-8; save the file as UTF-8; the rest of the file is not judged'
    ])
  })

  test('a file is UTF-16, with or without its mark', async () => {
    const faults = ['people.csv: is written in UTF-16; save it as UTF-8; the rest of the file is not judged']
    expect(await faultsOf({ 'people.csv': Buffer.from(`\ufeff${people}`, 'utf16le') })).toEqual(faults)
    expect(await faultsOf({ 'people.csv': Buffer.from(people, 'utf16le') })).toEqual(faults)
    expect(await faultsOf({ 'people.csv': Buffer.from(`\ufeff${people}`, 'utf16le').swap16() })).toEqual(faults)
  })

  test('a file is binary', async () => {
    expect(await faultsOf({ 'people.csv': 'id,name\nada,A\0da\n' })).toEqual([
      'people.csv line 2: holds a NUL byte: it is binary, not text; the rest of the file is not judged'
    ])
  })

  test('a quote never closes: the rest of the file is not judged, the other files are', async () => {
    const { faults } = await judge({
      'people.csv': 'id,name,bio\nada,Ada,\nbob,"Bob\nof two lines","and a bio\neve,Ève,\n,,\n',
      'projects.csv': 'id,name,started_on\np1,Marée,2024-02-30\n',
      'ties.csv': 'from,relation,to\nada,KNOWS,eve\n'
    })
    expect(faults).toEqual([
      'people.csv line 4: a quote opens here and never closes; the rest of the file is not judged',
      'projects.csv line 2, started_on "2024-02-30": is not a date that exists; write 2024-03-09, 2024-03 or 2024'
    ])
  })

  test('a quote closes too early, or stands inside a cell', async () => {
    const rest = 'the rest of the file is not judged'
    expect(await faultsOf({ 'people.csv': 'id,name\r\nada,"Ada "" said\r\n"hello" to us\r\nbob,Bob\r\n' })).toEqual([
      `people.csv line 2: a quote opens here and text follows where it closes on line 3; write a quote inside a cell twice; ${rest}`
    ])
    expect(await faultsOf({ 'people.csv': '\ufeff"id","name"\n"ada","Ada"x\n' })).toEqual([
      `people.csv line 2: a quote opens here and text follows where it closes; write a quote inside a cell twice; ${rest}`
    ])
    expect(await faultsOf({ 'people.csv': 'id;name\nada;Ada\nbob;the 5" man\n' })).toEqual([
      `people.csv line 3: a quote stands inside a cell; put the cell between quotes and write the inner one twice; ${rest}`
    ])
  })

  test('whatever its bytes, a folder is judged without a throw, and a broken quote is found', async () => {
    const part = fc.constantFrom('a', '"', '""', ',', ';', '\n', '\r\n', ' ', 'é')
    await fc.assert(
      fc.asyncProperty(fc.array(part), async (parts) => {
        const { faults } = await judge({ 'people.csv': `id,name\n${parts.join('')}` })
        expect(faults.join('\n')).not.toContain('is not a row of CSV')
      }),
      { numRuns: 300 }
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), async (bytes) => {
        expect(await judge({ 'ties.csv': bytes })).toBeDefined()
      }),
      { numRuns: 60 }
    )
  })

  test('the rows before a broken one are judged', async () => {
    const { entities, faultCount } = await readFolder(
      folderOf({ 'people.csv': 'id,name,visibility\nada,Ada,nobody\nbob,"B"ob,\neve,Ève,nobody\n' })
    )
    expect([...entities.keys()]).toEqual(['ada'])
    expect(faultCount).toBe(2)
  })

  test('a row that does not end is told before it fills memory', async () => {
    const folder = folderOf({ 'people.csv': `id,name\nada,"${'a long text\n'.repeat(1_000)}` })
    const lines: number[] = []
    const stop = await readRows(join(folder, 'people.csv'), { onRow: (_, line) => lines.push(line), onBytes: () => {}, longestRow: 1_000 })
    expect(stop).toEqual({ line: 2, reason: 'a quote opens here and never closes; the rest of the file is not judged' })
    writeFileSync(join(folder, 'people.csv'), `id,name\nada,"${'a long text\n'.repeat(1_000)}"\n`)
    expect(await readRows(join(folder, 'people.csv'), { onRow: () => {}, onBytes: () => {}, longestRow: 1_000 })).toEqual({
      line: 2,
      reason: 'the row is too long; is a quote left open? the rest of the file is not judged'
    })
    expect(lines).toEqual([1])
  })
})

describe('a folder that is refused: columns', () => {
  test('a column is missing, unknown or stands twice', async () => {
    expect(
      await faultsOf({
        'people.csv': 'name,nmae,name\nAda,Ada,Ada\n',
        'themes.csv': 'id,colour\nt1,red\n',
        'ties.csv': 'from,kind,to\nada,KNOWS,bob\n'
      })
    ).toEqual([
      'people.csv line 1, column "nmae": is unknown; did you mean name? known: id, name, role, bio, themes, territory, city, email, phone, url, visibility',
      'people.csv line 1, column "name": stands twice',
      'people.csv line 1, column "id": is missing from the first line, which names the columns',
      'themes.csv line 1, column "colour": is unknown; known: id, name, description',
      'ties.csv line 1, column "kind": is unknown; known: from, relation, to, role, from_date, to_date, strength, source',
      'ties.csv line 1, column "relation": is missing from the first line, which names the columns'
    ])
  })

  test('a row has more cells than the first line', async () => {
    expect(await faultsOf({ 'people.csv': 'id,name\nada,Ada,,\nbob,Bob,Thiers\n' })).toEqual([
      'people.csv line 3 "Thiers": cell 3 stands in no column; the first line names 2'
    ])
  })
})

describe('a folder that is refused: cells', () => {
  test('an id is missing, too long, twice, or holds a control character', async () => {
    const long = 'x'.repeat(513)
    expect(
      await faultsOf({
        'people.csv': `id,name,themes\n,Ada,Vélo\n${long},Long,Vélo\n"a\tb",Tab,\nada,Ada,\nada,Ada,\n`,
        'projects.csv': 'id,name\nada,Ada\n'
      })
    ).toEqual([
      'people.csv line 2, id: is missing',
      `people.csv line 3, id "${'x'.repeat(80)}…": is longer than 512 characters`,
      'people.csv line 4, id "a\\tb": holds a control character',
      'people.csv line 6, id "ada": stands already in people.csv line 5',
      'projects.csv line 2, id "ada": stands already in people.csv line 5'
    ])
  })

  test('a relation is unknown; all that are known are told once', async () => {
    const { faults } = await judge({
      'people.csv': people,
      'ties.csv': 'from,relation,to\nada,LIKES,bob\nada,knows,bob\nada,WORK_FOR,bob\nada,COOKED_FOR,bob\nada,,bob\n,KNOWS,\n'
    })
    expect(faults[0]).toMatch(/^ties\.csv line 2, relation "LIKES": is unknown; known: KNOWS, FOLLOWS, WORKS_FOR, /)
    expect(faults.slice(1)).toEqual([
      'ties.csv line 3, relation "knows": is unknown; did you mean KNOWS?',
      'ties.csv line 4, relation "WORK_FOR": is unknown; did you mean WORKS_FOR?',
      'ties.csv line 5, relation "COOKED_FOR": is unknown',
      'ties.csv line 6, relation: is missing',
      'ties.csv line 7, from: is missing',
      'ties.csv line 7, to: is missing'
    ])
  })

  test('a date, a number, a strength or an audience is impossible', async () => {
    expect(
      await faultsOf({
        'people.csv': 'id,name,visibility\nada,Ada,friends\nbob,Bob,\n',
        'events.csv': 'id,name,starts_at,capacity\ncamp,BarCamp,2021-07-06T25:00,many\ncafé,Café,,-1\n',
        'ties.csv': 'from,relation,to,from_date,strength\nada,KNOWS,bob,2021-13,\nada,KNOWS,bob,12/05/2021,1.5\n'
      })
    ).toEqual([
      'people.csv line 2, visibility "friends": is unknown; write everyone, members or connectors',
      'events.csv line 2, starts_at "2021-07-06T25:00": is not a moment that exists; write 2024-03-09 or 2024-03-09T18:30',
      'events.csv line 2, capacity "many": is not a whole number; write digits only (15 at the most), as in 120',
      'events.csv line 3, capacity "-1": is below zero; write 0 or more',
      'ties.csv line 2, from_date "2021-13": is not a date that exists; write 2024-03-09, 2024-03 or 2024',
      'ties.csv line 3, from_date "12/05/2021": is not a date that exists; write 2024-03-09, 2024-03 or 2024',
      'ties.csv line 3, strength "1.5": is above 1; write a number between 0 and 1'
    ])
  })

  test('an end comes before its start', async () => {
    expect(
      await faultsOf({
        'people.csv': people,
        'projects.csv': 'id,name,started_on,ended_on\np1,Marée,2021-05,2021-04-30\np2,Dune,2021-05,2021\n',
        'events.csv':
          'id,name,starts_at,ends_at\ne1,Camp,2021-07-06T20:00,2021-07-06T18:00\ne2,Camp,2021-07-06T20:00+02:00,2021-07-06T18:30Z\n',
        'ties.csv': 'from,relation,to,from_date,to_date\nada,KNOWS,bob,2021,2020-12\nbob,KNOWS,ada,2021,2021\n'
      })
    ).toEqual([
      'projects.csv line 2, ended_on "2021-04-30": is before started_on, 2021-05',
      'events.csv line 2, ends_at "2021-07-06T18:00": is before starts_at, 2021-07-06T20:00',
      'ties.csv line 2, to_date "2020-12": is before from_date, 2021'
    ])
  })

  test('a number is written in another way than in digits', async () => {
    const numbers = ['0x10', '1e3', '1.0', '9'.repeat(16)]
    const whole = 'is not a whole number; write digits only (15 at the most), as in 120'
    expect(
      await faultsOf({ 'events.csv': `id,name,capacity\n${numbers.map((number, row) => `e${row},Camp,${number}\n`).join('')}` })
    ).toEqual(numbers.map((number, row) => `events.csv line ${row + 2}, capacity "${number}": ${whole}`))
    const strengths = ['0x1', '1e-3', '0,5', '1.', 'strong']
    const reason = 'is not a number between 0 and 1; write digits and a point, as in 0.5'
    const ties = strengths.map((strength) => `ada,KNOWS,bob,"${strength}"\n`).join('')
    expect(await faultsOf({ 'people.csv': people, 'ties.csv': `from,relation,to,strength\n${ties}` })).toEqual(
      strengths.map((strength, row) => `ties.csv line ${row + 2}, strength "${strength}": ${reason}`)
    )
  })

  test('any cell is over 1 MB', async () => {
    const [full, large] = ['é'.repeat(500_000), 'é'.repeat(500_001)]
    const told = `"${'é'.repeat(80)}…": holds 1000002 bytes; a cell holds 1 MB (1,000,000 bytes) at the most`
    expect(
      await faultsOf({
        'people.csv': `id,name,bio,themes\nada,Ada,${full},\nbob,Bob,${large},${large}\n${large},Ève,,\n`,
        'ties.csv': `from,relation,to,source\n${large},KNOWS,bob,\nada,${large},bob,\nada,KNOWS,bob,${large}\n`
      })
    ).toEqual([
      `people.csv line 3, bio ${told}`,
      `people.csv line 3, themes ${told}`,
      `people.csv line 4, id ${told}`,
      `ties.csv line 2, from ${told}`,
      `ties.csv line 3, relation ${told}`,
      `ties.csv line 4, source ${told}`
    ])
  })

  test('what is said of a tie is over 10,000 characters', async () => {
    const [full, long] = ['x'.repeat(10_000), 'x'.repeat(10_001)]
    expect(
      await faultsOf({
        'people.csv': people,
        'ties.csv': `from,relation,to,role,source\nada,KNOWS,bob,${full},${full}\nbob,KNOWS,ada,${long},${long}\n`
      })
    ).toEqual(['role', 'source'].map((column) => `ties.csv line 3, ${column} "${'x'.repeat(80)}…": is longer than 10,000 characters`))
  })

  test('every fault is counted, the first 100 are told', async () => {
    const { faults, faultCount } = await judge({ 'people.csv': `id,name\n${',x\n'.repeat(1_234)}` })
    expect(faults).toHaveLength(100)
    expect(faultCount).toBe(1_234)
  })

  test('a value is shown in one line, cut at 80 characters', async () => {
    const [fault] = await faultsOf({ 'people.csv': `id,name,visibility\nada,Ada,"\u001b[31m\u202eé\n${'😀'.repeat(90)}"\n` })
    expect(fault).toBe(
      `people.csv line 2, visibility "\\u001b[31m\\u202eé\\n${'😀'.repeat(61)}…": is unknown; write everyone, members or connectors`
    )
  })
})
