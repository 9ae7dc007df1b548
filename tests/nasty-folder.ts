/** Rows as a file in which every cell stands between quotes. */
const csv = (...rows: string[][]): string => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')

const longest = 'x'.repeat(512)
const bees = '🐝'.repeat(256)

/** A folder of everything that is allowed and might be lost on the way: odd ids and names, and every column of a tie. */
export const nastyFolder: Record<string, string> = {
  'people.csv': csv(
    ['id', 'name', 'role', 'bio', 'themes', 'territory', 'city', 'email', 'visibility'],
    [
      'a/b?c#d%20',
      'Ève, "la boulangère"',
      "l'une; l'autre",
      'two\nlines, "quoted"',
      'bread|toys',
      'Thiers | Ambert',
      '=1+1',
      'eve@example.org',
      ''
    ],
    ["o'hara", "O'Hara \\ Sons", '', 'a\rreturn\r\nand both', 'bread', '', '', '', 'members'],
    [longest, 'Long', '', '', '', '', '', '', ''],
    [bees, '🐝', '', '', '', '', '', '', ''],
    ['1', 'One', '01', '', '', '', '', '', ''],
    ['01', '1', '1.0', 'true', '', '', 'null', '', ''],
    ['Ada', 'Ada', '', '', '', '', '', '', ''],
    ['ada', 'ada', '', '', '', '', '', '', ''],
    ['é', 'composed', '', '', '', '', '', '', ''],
    ['e\u0301', 'decomposed', '', '', '', '', '', '', ''],
    ['ﬀ', 'sorts apart from 𝒳', '', '', '', '', '', '', ''],
    ['𝒳', 'sorts apart from ﬀ', '', '', '', '', '', '', ''],
    ['inside, "quoted"; id|with all', '', '', '', '', '', '', '', '']
  ),
  'themes.csv': csv(
    ['id', 'name', 'description'],
    ['t1', 'twin', 'the first'],
    ['t2', 'twin', 'the second'],
    ['t3', 'either|or', ''],
    ['t4', '', ''],
    ['theme:toys', 'toys renamed', '']
  ),
  'territories.csv': csv(['id', 'name'], ['r1', 'Livradois'], ['r2', 'Forez']),
  'projects.csv': csv(
    ['id', 'name', 'stage', 'started_on', 'ended_on', 'themes'],
    ['p1', 'Marée basse', 'idea', '2024', '2024-03', ''],
    ['p2', 'Marée haute', '', '2024-02-29', '', 'bread']
  ),
  'events.csv': csv(
    ['id', 'name', 'starts_at', 'ends_at', 'capacity'],
    ['e1', 'Café', '2024-03-09T18:30', '2024-03-09T20:00:30.5+02:00', '0']
  ),
  'needs.csv': csv(['id', 'holder', 'text', 'created_on'], ['n1', "o'hara", 'un four', '2024-01'], ['n2', '', 'sans personne', '']),
  'offers.csv': csv(['id', 'holder', 'text', 'themes'], ['o1', 'p1', 'une salle', 'bread']),
  'ties.csv': csv(
    ['from', 'relation', 'to', 'role', 'from_date', 'to_date', 'strength', 'source'],
    ['Ada', 'KNOWS', 'ada', '', '', '', '', ''],
    ['ada', 'KNOWS', 'Ada', '', '', '', '', ''],
    ['ada', 'KNOWS', 'Ada', 'friend', '', '', '0', 'Ada, "herself"'],
    ['ada', 'KNOWS', 'Ada', 'friend', '2024', '2024-03', '0.1', ''],
    ['ada', 'KNOWS', 'Ada', 'friend', '2024-03-09', '', '1', ''],
    ['ada', 'KNOWS', 'Ada', 'a|b', '', '', '0.30000000000000004', 'two\nlines'],
    ['ada', 'KNOWS', 'Ada', 'stranger', '', '', '0.00000012', ''],
    ['é', 'KNOWS', 'e\u0301', '', '', '', '', ''],
    ['1', 'KNOWS', '01', '', '', '', '', ''],
    [longest, 'FOLLOWS', bees, '', '', '', '', ''],
    ['Ada', 'SEEKS', 'n1', '', '', '', '', ''],
    ['p2', 'SEEKS', 'n1', 'buyer', '', '', '', ''],
    ['Ada', 'ABOUT', 't1', '', '', '', '', ''],
    ['Ada', 'ABOUT', 't2', '', '', '', '', ''],
    ['Ada', 'ABOUT', 't3', '', '', '', '', ''],
    ['Ada', 'ABOUT', 't4', '', '', '', '', ''],
    ['a/b?c#d%20', 'ABOUT', 'theme:toys', 'teacher', '', '', '', ''],
    ['ﬀ', 'LOCATED_IN', 'r1', '', '', '', '', ''],
    ['ﬀ', 'LOCATED_IN', 'r2', '', '', '', '', ''],
    ['t1', 'ABOUT', 't2', '', '', '', '', ''],
    ['ﬀ', 'SEEKS', 'n2', '', '', '', '', ''],
    ['𝒳', 'SEEKS', 'n2', '', '', '', '', ''],
    ['inside, "quoted"; id|with all', 'CARRIES', 'p1', '', '', '', '', '']
  )
}
