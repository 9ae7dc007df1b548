import { XIcon } from '@phosphor-icons/react/X'
import { lazy, Suspense, useRef, useState } from 'react'
import { exportWords } from '../export/words.ts'
import { useLanguage, useSay } from '../language.ts'
import { inLanguage, type MapAsked, to } from '../location.ts'
import { recall, remember } from '../memory.ts'
import { Button } from '../ui/Button.tsx'
import { Link } from '../ui/Link.tsx'
import type { ViewActs } from './view.ts'
import { mapWords } from './words.ts'

const AddressCode = lazy(() => import('../export/AddressCode.tsx'))

interface KeptView {
  name: string
  href: string
}

const MOST_KEPT = 30

const isKept = (thing: unknown): thing is KeptView => {
  const { name, href } = (thing ?? {}) as Record<string, unknown>
  return typeof name === 'string' && typeof href === 'string' && href.startsWith('/')
}

/** Views that were kept in this browser, the last one first. */
function keptViews(): KeptView[] {
  try {
    const kept: unknown = JSON.parse(recall('views') ?? '[]')
    return Array.isArray(kept) ? kept.filter(isKept).slice(0, MOST_KEPT) : []
  } catch {
    return []
  }
}

/** Naming this view, sending it, keeping it, putting it into another site. */
export default function Share({ view, change, title }: Pick<ViewActs, 'view' | 'change'> & { title: string }) {
  const say = useSay()
  const language = useLanguage()
  const [kept, setKept] = useState(keptViews)
  const here = (path: (view: Partial<MapAsked>) => string): string =>
    window.location.origin + inLanguage(path({ ...view, panel: '' }), language)
  const named = view.title || title
  const frame = `<iframe src="${escaped(here(to.embed))}" title="${escaped(named)}" width="100%" height="600" loading="lazy"></iframe>`
  const address = to.map({ ...view, panel: '' })
  const keep = (views: KeptView[]): void => {
    remember('views', JSON.stringify(views))
    setKept(views)
  }
  return (
    <>
      <h2 className="section-title">{say(mapWords.shareTitle)}</h2>
      <label className="field">
        <span className="label">{say(mapWords.name)}</span>
        <input
          type="text"
          maxLength={120}
          placeholder={say(mapWords.nameHint)}
          value={view.title}
          onChange={({ target }) => change({ title: target.value }, true)}
        />
      </label>
      <Copied label={say(mapWords.link)} text={here(to.map)} />
      <Suspense fallback={<div className="code" />}>
        <AddressCode address={here(to.map)} label={say(exportWords.code)} />
      </Suspense>
      <Copied label={say(mapWords.embed)} text={frame} hint={say(mapWords.embedHint)} />
      <Button onClick={() => keep([{ name: named, href: address }, ...kept.filter(({ href }) => href !== address)].slice(0, MOST_KEPT))}>
        {say(mapWords.keep)}
      </Button>
      {kept.length > 0 && (
        <>
          <h3 className="label">{say(mapWords.kept)}</h3>
          <ul className="lines">
            {kept.map((one) => (
              <li key={one.href} className="chosen-line">
                <Link href={one.href}>{one.name}</Link>
                <button
                  type="button"
                  className="round"
                  aria-label={say(mapWords.forget)(one.name)}
                  onClick={() => keep(kept.filter((other) => other !== one))}
                >
                  <XIcon aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Copies a text. Where a page that came without encryption may not, what is selected in a field is copied in the old way. */
async function isCopied(text: string, field: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    field?.select()
    return document.execCommand('copy')
  }
}

/** A text to take elsewhere. */
function Copied({ label, text, hint }: { label: string; text: string; hint?: string }) {
  const say = useSay()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState('')
  const copy = async (): Promise<void> => {
    if (await isCopied(text, field.current)) setCopied(text)
  }
  return (
    <div className="field">
      <label>
        <span className="label">{label}</span>
        <input ref={field} type="text" readOnly value={text} onFocus={({ target }) => target.select()} />
      </label>
      <Button onClick={() => void copy()}>{copied === text ? say(mapWords.copied) : say(mapWords.copy)}</Button>
      {hint && <p className="soft">{hint}</p>}
    </div>
  )
}
