import type { Language, Say } from '../language.ts'
import { inLanguage, type MapAsked, to } from '../location.ts'
import type { Frame, Picture } from '../network/picture.ts'
import { exportWords } from './words.ts'

/** A view as it is taken away, at this moment. */
export interface Taken {
  picture: Picture
  view: MapAsked
  title: string
  language: Language
  say: Say
  /** The part of the map that is looked at; left out, all that is shown. */
  seen?: Frame | undefined
}

/** Where a view is found again by whoever is given it. */
export const addressOf = ({ view, language }: Pick<Taken, 'view' | 'language'>): string =>
  window.location.origin + inLanguage(to.map({ ...view, panel: '' }), language)

/** The day it is where the reader is, as YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const LONGEST = 60

/** What a file is called: "carte-jeux-video-2026-11-25.png". `part` says which of several it is. */
export function fileName(title: string, date: string, extension: string, language: Language, part = ''): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-/, '')
  const map = exportWords.map[language]
  const named = plain.startsWith(map) ? plain : `${map}-${plain}`
  const cut = [...named].slice(0, LONGEST).join('').replace(/-+$/, '')
  return [cut, part, date].filter(Boolean).join('-').concat('.', extension)
}

/** Hands a file to the browser, which puts it with the others it downloaded. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Not at once: some browsers read it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
