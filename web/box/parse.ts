import { type EntityType, kinds, types } from '#contract/vocabulary/kinds.ts'

/** What a text in the box may ask for; names are still words, to be found. */
export type Intent =
  | { act: 'way'; from: string; to: string }
  | { act: 'reach'; to: string }
  | { act: 'around' | 'knows' | 'needs' | 'offers'; of: string }
  | { act: 'kind'; type: EntityType; about: string }
  | { act: 'list' | 'map' | 'communities' | 'keys' }

/** Letters without accents, each in its place, so that what is found here stands at the same place there. */
const fold = (text: string): string =>
  [...text.replaceAll('’', "'")].map((letter) => (letter.normalize('NFD')[0] ?? letter).toLowerCase()).join('')

const OF = "(?:de la |de l'|de |d'|du |des |from )?"
const BY = "(?:de la |de l'|de |d'|du |des )"
const AT = "(?: a la | a l'| a | au | aux | avec | )"
const TO = "(?: a la | a l'| a | au | aux | vers | jusqu'a | to )"

const patterns: [RegExp, (parts: string[]) => Intent][] = [
  [new RegExp(`^(?:(?:le )?chemin|(?:the )?way|path) ${OF}(.+?)${TO}(.*)$`), ([from = '', to = '']) => ({ act: 'way', from, to })],
  [new RegExp(`^(?:(?:le )?chemin|(?:the )?way|path) ${OF}(.+)$`), ([from = '']) => ({ act: 'way', from, to: '' })],
  [new RegExp(`^(?:de la |de l'|de |d'|du |from )(.+?)${TO}(.*)$`), ([from = '', to = '']) => ({ act: 'way', from, to })],
  [/^(?:comment )?(?:rejoindre|atteindre) (.+)$/, ([to = '']) => ({ act: 'reach', to })],
  [/^(?:how to )?reach (.+)$/, ([to = '']) => ({ act: 'reach', to })],
  [
    new RegExp(`^(?:qui )?(?:peut |pourrait |saurait )?(?:me |nous )?(?:presente|presenter|introduire)${AT}(.+)$`),
    ([to = '']) => ({ act: 'reach', to })
  ],
  [/^(?:who (?:can|could) )?introduce (?:me|us) to (.+)$/, ([to = '']) => ({ act: 'reach', to })],
  [/^(?:qui connait|who knows) (.+)$/, ([of = '']) => ({ act: 'knows', of })],
  [new RegExp(`^(?:les )?besoins? ${BY}(.+)$`), ([of = '']) => ({ act: 'needs', of })],
  [new RegExp(`^(?:les )?offres? ${BY}(.+)$`), ([of = '']) => ({ act: 'offers', of })],
  [/^(?:the )?needs? of (.+)$/, ([of = '']) => ({ act: 'needs', of })],
  [/^(?:the )?offers? (?:of|by|from) (.+)$/, ([of = '']) => ({ act: 'offers', of })],
  [new RegExp(`^(?:(?:tout )?autour|voisinage) ${OF}(.+)$`), ([of = '']) => ({ act: 'around', of })],
  [/^(?:all )?(?:around|near) (.+)$/, ([of = '']) => ({ act: 'around', of })],
  [/^(?:la )?(?:liste|list)$/, () => ({ act: 'list' })],
  [/^(?:la )?(?:carte|map)$/, () => ({ act: 'map' })],
  [/^(?:les )?(?:communautes|communities)$/, () => ({ act: 'communities' })],
  [/^(?:raccourcis|shortcuts)$/, () => ({ act: 'keys' })]
]

const ABOUT =
  "(?: autour de la | autour de l'| autour de | autour d'| autour du | sur la | sur l'| sur le | sur | a la | a | au | en | dans | about | in | around )"

/** The names of kinds, as people write them, longest first. */
const named = types
  .flatMap((type) => [kinds[type].name, kinds[type].plural].flatMap(({ fr, en }) => [fr, en]).map((name) => ({ type, name: fold(name) })))
  .sort((a, b) => b.name.length - a.name.length)

/** What a text asks for, where it is more than something to search. */
export function intentIn(text: string): Intent | undefined {
  // A question mark asks nothing more.
  const given = text
    .trimStart()
    .replace(/\s+/g, ' ')
    .replace(/ ?\? ?$/, '')
  const folded = fold(given)
  // What was found in the folded text, as it was written.
  const written = (match: RegExpMatchArray & { indices?: RegExpIndicesArray }): string[] =>
    match.slice(1).map((_, place) => {
      const [start, end] = match.indices?.[place + 1] ?? [0, 0]
      return given.slice(start, end).trim()
    })
  for (const [pattern, intent] of patterns) {
    const match = folded.match(new RegExp(pattern.source, 'd'))
    if (match) return intent(written(match))
  }
  for (const { type, name } of named) {
    if (folded.trim() === name) return { act: 'kind', type, about: '' }
    const match = folded.match(new RegExp(`^${name}${ABOUT}(.+)$`, 'd'))
    if (match) return { act: 'kind', type, about: written(match)[0] ?? '' }
  }
  return undefined
}
