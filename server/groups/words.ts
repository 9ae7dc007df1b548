import type { Words } from '#contract/vocabulary/words.ts'

/** French counts none and one as one. */
const fr = (count: number, one: string, more: string): string => `${count} ${count < 2 ? one : more}`
const en = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

/** The names that are said of a list: the first of them, then how many more there are. */
const MOST_NAMED = 3
function list(names: readonly string[], and: string, others: (count: number) => string, count = names.length): string {
  const said = names.slice(0, count > MOST_NAMED + 1 ? MOST_NAMED : MOST_NAMED + 1)
  const more = count - said.length
  const parts = more > 0 ? [...said, others(more)] : said
  return [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(and)
}
const listFr = (names: readonly string[], count?: number): string => list(names, ' et ', (more) => fr(more, 'autre', 'autres'), count)
const listEn = (names: readonly string[], count?: number): string => list(names, ' and ', (more) => en(more, 'other', 'others'), count)

/** A question, and the fact it rests on. */
interface Said {
  sentence: Words
  because: Words
}

/** Every sentence of a question. Names stand where nothing has to agree with them. */
export const questionWords = {
  bridge: (said: { person: string; other: string; from: string; to: string; pairs: number; own: number }): Said => {
    const { person, other, from, to, pairs, own } = said
    const because: Words =
      pairs === 1
        ? {
            fr: `Entre les deux groupes, un seul lien est connu : ${person} et ${other}.`,
            en: `One tie only is known between the two groups: ${person} and ${other}.`
          }
        : own === pairs
          ? {
              fr: `Les ${pairs} liens connus entre les deux groupes passent tous par ${person}.`,
              en: `All ${pairs} ties known between the two groups go through ${person}.`
            }
          : {
              fr: `Sur ${pairs} liens connus entre les deux groupes, ${own} passent par ${person}.`,
              en: `Of ${pairs} ties known between the two groups, ${own} go through ${person}.`
            }
    return {
      sentence: {
        fr: `Sans ${person}, qui relierait « ${from} » et « ${to} » ?`,
        en: `Without ${person}, who would link “${from}” and “${to}”?`
      },
      because
    }
  },

  gap: (said: {
    theme: string
    from: string
    to: string
    one: string
    other: string
    ours: number
    theirs: number
    between?: string
  }): Said => {
    const { theme, from, to, one, other, ours, theirs, between } = said
    const step: Words = between
      ? { fr: `et si ${between} présentait ${one} à ${other} ?`, en: `what if ${between} introduced ${one} to ${other}?` }
      : { fr: `et si ${one} rencontrait ${other} ?`, en: `what if ${one} met ${other}?` }
    return {
      sentence: {
        fr: `« ${from} » et « ${to} » ont « ${theme} » en commun et ne se connaissent pas : ${step.fr}`,
        en: `“${from}” and “${to}” have “${theme}” in common and do not know each other: ${step.en}`
      },
      because: {
        fr: `Aucun lien n’est connu entre les personnes des deux groupes. ${fr(ours, 'fiche a', 'fiches ont')} ce thème d’un côté, ${theirs} de l’autre.`,
        en: `No tie is known between the people of the two groups. ${en(ours, 'card has', 'cards have')} this theme on one side, ${theirs} on the other.`
      }
    }
  },

  missed: (said: { person: string; cutOff: string[]; size: number }): Said => {
    const { person, cutOff, size } = said
    return {
      sentence: {
        fr: `Sans ${person}, qui ferait le lien avec ${listFr(cutOff, size)} ?`,
        en: `Without ${person}, who would be the link with ${listEn(cutOff, size)}?`
      },
      because: {
        fr: `Ces ${size} personnes n’ont de chemin vers les autres que par ${person}.`,
        en: `These ${size} people have no way to the others but through ${person}.`
      }
    }
  },

  closed: (said: {
    group: string
    size: number
    within: number
    outward: number
    door?: { person: string; other: string; own: number }
    guest?: string
  }): Said => {
    const { group, size, within, outward, door, guest } = said
    const known = `${fr(size, 'personne', 'personnes')}, ${fr(within, 'lien', 'liens')} entre elles`
    const knownEn = `${en(size, 'person', 'people')}, ${en(within, 'tie', 'ties')} among them`
    if (!door)
      return {
        sentence: {
          fr: `Le groupe « ${group} » se connaît bien et ne connaît que lui-même : par où y entrer ?`,
          en: `The group “${group}” knows itself well and nobody else: how does one enter it?`
        },
        because: { fr: `${known}, aucun vers les autres.`, en: `${knownEn}, none to others.` }
      }
    const because: Words =
      outward === 1
        ? {
            fr: `${known}, un seul vers les autres : ${door.person} et ${door.other}.`,
            en: `${knownEn}, a single one to others: ${door.person} and ${door.other}.`
          }
        : door.own === outward
          ? {
              fr: `${known}, ${outward} vers les autres, tous par ${door.person}.`,
              en: `${knownEn}, ${outward} to others, all through ${door.person}.`
            }
          : {
              fr: `${known}, ${outward} vers les autres, dont ${door.own} par ${door.person}.`,
              en: `${knownEn}, ${outward} to others, ${door.own} of them through ${door.person}.`
            }
    return {
      sentence: guest
        ? {
            fr: `Le groupe « ${group} » se connaît bien et sort peu : et si ${guest} y entrait par ${door.person} ?`,
            en: `The group “${group}” knows itself well and goes out little: what if ${guest} entered it through ${door.person}?`
          }
        : {
            fr: `Le groupe « ${group} » se connaît bien et sort peu : qui pourrait y entrer par ${door.person} ?`,
            en: `The group “${group}” knows itself well and goes out little: who could enter it through ${door.person}?`
          },
      because
    }
  },

  newcomer: (said: {
    type: 'person' | 'project' | 'organization'
    name: string
    only?: string
    about: string[]
    followed: string[]
  }): Said => {
    const { type, name, only, about, followed } = said
    const sentences = {
      person: only
        ? {
            fr: `${name} n’a ici qu’un lien, avec ${only} : qui d’autre lui faire rencontrer ?`,
            en: `${name} has a single tie here, with ${only}: whom else to meet?`
          }
        : {
            fr: `${name} ne connaît encore personne ici : qui lui faire rencontrer ?`,
            en: `${name} knows nobody here yet: whom to meet first?`
          },
      project: only
        ? {
            fr: `« ${name} » ne tient qu’à un lien, avec ${only} : qui d’autre s’y joindrait ?`,
            en: `“${name}” hangs on a single tie, with ${only}: who else would join?`
          }
        : {
            fr: `« ${name} » : qui porte ce projet, et qui pourrait s’y joindre ?`,
            en: `“${name}”: who carries this project, and who could join?`
          },
      organization: only
        ? {
            fr: `« ${name} » n’a ici qu’un lien, avec ${only} : qui d’autre y connaît quelqu’un ?`,
            en: `“${name}” has a single tie here, with ${only}: who else knows somebody there?`
          }
        : { fr: `Qui connaît quelqu’un chez « ${name} » ?`, en: `Who knows somebody at “${name}”?` }
    } satisfies Record<typeof type, Words>
    const ties: Words = only
      ? { fr: 'Un seul lien est noté', en: 'A single tie is known' }
      : { fr: 'Aucun lien n’est encore noté', en: 'No tie is known yet' }
    const online: Words =
      followed.length > 0
        ? { fr: `, sinon une lecture en ligne : ${listFr(followed)}`, en: `, but for following online ${listEn(followed)}` }
        : { fr: '', en: '' }
    const card: Words =
      about.length > 0
        ? { fr: `Sur sa fiche : ${about.join(', ')}.`, en: `On the card: ${about.join(', ')}.` }
        : { fr: 'Sa fiche ne dit rien de plus.', en: 'The card says nothing more.' }
    return { sentence: sentences[type], because: { fr: `${ties.fr}${online.fr}. ${card.fr}`, en: `${ties.en}${online.en}. ${card.en}` } }
  },

  'lone-theme': (said: { theme: string; projects: number; needs: number; person?: string }): Said => {
    const { theme, projects, needs, person } = said
    const spokenFr = [projects > 0 && fr(projects, 'projet', 'projets'), needs > 0 && fr(needs, 'besoin', 'besoins')]
      .filter(Boolean)
      .join(' et ')
    const spokenEn = [projects > 0 && en(projects, 'project', 'projects'), needs > 0 && en(needs, 'need', 'needs')]
      .filter(Boolean)
      .join(' and ')
    return {
      sentence: person
        ? { fr: `« ${theme} » : à part ${person}, qui s’y connaît ?`, en: `“${theme}”: apart from ${person}, who knows about it?` }
        : { fr: `« ${theme} » : qui s’y connaît ?`, en: `“${theme}”: who knows about it?` },
      because: person
        ? {
            fr: `${spokenFr} en parlent, et une seule fiche de personne porte ce thème.`,
            en: `${spokenEn} speak of it, and one person’s card alone has this theme.`
          }
        : {
            fr: `${spokenFr} en parlent, et aucune fiche de personne ne porte ce thème.`,
            en: `${spokenEn} speak of it, and no person’s card has this theme.`
          }
    }
  },

  'unused-program': (said: { program: string; projects: string[]; sharing: number; themes: string[] }): Said => {
    const { program, projects, sharing, themes } = said
    return {
      sentence: projects[0]
        ? {
            fr: `Aucun projet n’est passé par « ${program} » : et si « ${projects[0]} » s’y présentait ?`,
            en: `No project has been through “${program}”: what about “${projects[0]}”?`
          }
        : {
            fr: `Aucun projet n’est passé par « ${program} » : lequel y aurait sa place ?`,
            en: `No project has been through “${program}”: which one would fit?`
          },
      because: projects[0]
        ? {
            fr: `${fr(sharing, 'projet a', 'projets ont')} un thème en commun avec ce programme (${listFr(themes)}), et aucun n’y est relié.`,
            en: `${en(sharing, 'project has', 'projects have')} a theme in common with this programme (${listEn(themes)}), and none is tied to it.`
          }
        : { fr: 'Aucun projet n’y est relié, et aucun n’a ses thèmes.', en: 'No project is tied to it, and none has its themes.' }
    }
  }
}
