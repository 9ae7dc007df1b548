import { readFileSync } from 'node:fs'

/** A statement of cypher/, by the name of its file without the ending: `journal/head`. */
export interface Query {
  name: string
  text: string
}

const root = new URL('../../cypher/', import.meta.url)
const loaded = new Map<string, Query>()

/**
 * Reads a statement of cypher/. Where it stands for several, `{{LABEL}}` or `{{RELATION}}` in it is replaced by a word of the
 * vocabulary: neither engine takes a label or a relation as a parameter.
 */
export function query(name: string, words: { LABEL?: string; RELATION?: string } = {}): Query {
  const key = `${name} ${words.LABEL ?? ''} ${words.RELATION ?? ''}`
  let known = loaded.get(key)
  if (!known) {
    const source = readFileSync(new URL(`${name}.cypher`, root), 'utf8')
    const text = source.replace(/\{\{(LABEL|RELATION)\}\}/g, (_, word: 'LABEL' | 'RELATION') => {
      const value = words[word]
      if (!value || !/^[A-Za-z_]+$/.test(value)) throw new Error(`cypher/${name}.cypher needs a ${word} of the vocabulary`)
      return value
    })
    known = { name, text }
    loaded.set(key, known)
  }
  return known
}
