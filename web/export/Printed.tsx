import { useEffect, useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { kinds, types } from '#contract/vocabulary/kinds.ts'
import { number } from '../spoken.ts'
import { nameAt, typeAt } from '../network/network.ts'
import { printable } from './image.ts'
import type { Taken } from './taken.ts'
import { exportWords } from './words.ts'

interface PrintedProps {
  taken: () => Taken
  /** Once the browser may print. */
  onReady: () => void
}

/** A page of the view in place of the site while it is printed: the map with its legend, then everybody by name. */
export default function Printed({ taken, onReady }: PrintedProps) {
  const latest = useRef(taken)
  latest.current = taken
  const [printed, setPrinted] = useState<Taken>()
  useEffect(() => {
    // The browser takes the page as it stands once this returns.
    const begin = (): void => flushSync(() => setPrinted(latest.current()))
    const end = (): void => setPrinted(undefined)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    onReady()
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [onReady])
  return printed ? createPortal(<Pages {...printed} />, document.body) : null
}

function Pages(taken: Taken) {
  const { title, say, language } = taken
  const { shown, network } = taken.picture
  const { head } = network
  return (
    <div className="printed on-paper">
      <Drawing svg={printable(taken)} />
      <section className="printed-list">
        <h2>{title}</h2>
        <p className="soft">
          {head.overview
            ? say(exportWords.mostTied)(number(shown.entityCount, language), number(head.matched.entities, language))
            : say(exportWords.list)}
        </p>
        {namesByKind(taken).map(([type, names]) => (
          <section key={type}>
            <h3>
              {say(kinds[type].plural)} <span className="count">{number(names.length, language)}</span>
            </h3>
            <ul>
              {names.map(([entity, name]) => (
                <li key={entity}>{name}</li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    </div>
  )
}

function Drawing({ svg }: { svg: string }) {
  const place = (page: HTMLDivElement | null): void => {
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    const isTall = Number(drawn.getAttribute('height')) > Number(drawn.getAttribute('width'))
    page?.classList.toggle('printed-tall', isTall)
    page?.replaceChildren(drawn)
  }
  return <div className="printed-map" ref={place} />
}

/** Everybody who is shown, each kind in the order of names. */
function namesByKind({ picture: { network, shown }, language }: Taken) {
  const { compare } = new Intl.Collator(language)
  const named = [...shown.entities.keys()].filter((entity) => shown.entities[entity] === 1)
  return types.flatMap((type) => {
    const names = named
      .filter((entity) => typeAt(network, entity) === type)
      .map((entity) => [entity, nameAt(network, entity)] as const)
      .sort(([, a], [, b]) => compare(a, b))
    return names.length > 0 ? [[type, names] as const] : []
  })
}
