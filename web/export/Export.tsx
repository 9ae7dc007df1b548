import { BezierCurveIcon } from '@phosphor-icons/react/BezierCurve'
import { BracketsCurlyIcon } from '@phosphor-icons/react/BracketsCurly'
import { GraphIcon } from '@phosphor-icons/react/Graph'
import { ImageIcon } from '@phosphor-icons/react/Image'
import { PrinterIcon } from '@phosphor-icons/react/Printer'
import { RowsIcon } from '@phosphor-icons/react/Rows'
import { ShareNetworkIcon } from '@phosphor-icons/react/ShareNetwork'
import { TableIcon } from '@phosphor-icons/react/Table'
import { type ComponentType, useState } from 'react'
import { number } from '../spoken.ts'
import { useLanguage, useSay } from '../language.ts'
import type { MapAsked } from '../location.ts'
import type { Frame, Picture } from '../network/picture.ts'
import { usePrinting } from './Printing.tsx'
import { fileName, save, type Taken, today } from './taken.ts'
import { exportWords } from './words.ts'

interface ExportProps {
  picture: Picture
  view: MapAsked
  title: string
  /** The part of the map that is on the screen, where a map is. */
  frame: () => Frame | undefined
}

type Form = keyof typeof exportWords.files

const signs: Record<Form, ComponentType<{ 'aria-hidden': 'true' }>> = {
  png: ImageIcon,
  svg: BezierCurveIcon,
  print: PrinterIcon,
  cards: RowsIcon,
  ties: TableIcon,
  gexf: GraphIcon,
  graphml: ShareNetworkIcon,
  json: BracketsCurlyIcon
}
const images = ['png', 'svg', 'print'] as const
const files = ['cards', 'ties', 'gexf', 'graphml', 'json'] as const

/** Makes a file of a view and saves it; what it takes comes when it is asked for. The name of the file. */
async function make(form: Exclude<Form, 'print'>, taken: Taken): Promise<string> {
  const { title, language } = taken
  if (form === 'png' || form === 'svg') {
    const image = await import('./image.ts')
    const name = fileName(title, today(), form, language)
    save(await image[form](taken), name)
    return name
  }
  const { data } = await import('./data.ts')
  const part = form === 'cards' ? exportWords.cardsFile : form === 'ties' ? exportWords.tiesFile : undefined
  const name = fileName(title, today(), part ? 'csv' : form, language, part?.[language])
  save(data(taken, form), name)
  return name
}

type Outcome = { state: 'idle' } | { state: 'making' } | { state: 'done'; file: string } | { state: 'failed' }

/** Taking the view away: as an image, on paper, as data. */
export default function Export({ picture, view, title, frame }: ExportProps) {
  const say = useSay()
  const language = useLanguage()
  const [isSeenOnly, setSeenOnly] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' })
  const { head } = picture.network
  const taken = (): Taken => ({ picture, view, title, language, say, seen: isSeenOnly ? frame() : undefined })
  const { print, page } = usePrinting(taken)
  const take = async (form: Form): Promise<void> => {
    if (outcome.state === 'making') return
    if (form === 'print') return print()
    setOutcome({ state: 'making' })
    try {
      setOutcome({ state: 'done', file: await make(form, taken()) })
    } catch {
      setOutcome({ state: 'failed' })
    }
  }
  const list = (forms: readonly Form[]) => (
    <ul className="export-files">
      {forms.map((form) => (
        <File key={form} form={form} isBusy={outcome.state === 'making'} onTake={() => void take(form)} />
      ))}
    </ul>
  )
  return (
    <div className="export">
      <h2 className="section-title">{say(exportWords.title)}</h2>
      <h3 className="label">{say(exportWords.images)}</h3>
      <fieldset className="segments">
        <legend className="unseen">{say(exportWords.what)}</legend>
        <div className="segments-row">
          {[false, true].map((seen) => (
            <label key={String(seen)} className="segment">
              <input type="radio" name="export-part" checked={isSeenOnly === seen} onChange={() => setSeenOnly(seen)} />
              <span>{say(seen ? exportWords.seen : exportWords.all)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {list(images)}
      <h3 className="label">{say(exportWords.data)}</h3>
      {list(files)}
      {head.overview && (
        <p className="soft small">
          {say(exportWords.partOnly)(number(picture.shown.entityCount, language), number(head.matched.entities, language))}
        </p>
      )}
      <p className="export-outcome" role="status">
        {outcome.state === 'making' && say(exportWords.making)}
        {outcome.state === 'done' && say(exportWords.done)(outcome.file)}
        {outcome.state === 'failed' && say(exportWords.failed)}
      </p>
      {page}
    </div>
  )
}

function File({ form, isBusy, onTake }: { form: Form; isBusy: boolean; onTake: () => void }) {
  const say = useSay()
  const { name, hint } = exportWords.files[form]
  const Sign = signs[form]
  return (
    <li>
      <button type="button" className="export-file" aria-disabled={isBusy} onClick={onTake}>
        <Sign aria-hidden="true" />
        <span>
          <strong>{say(name)}</strong>
          <span className="export-hint">{say(hint)}</span>
        </span>
      </button>
    </li>
  )
}
