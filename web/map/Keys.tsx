import { useSay } from '../language.ts'
import { mapWords } from './words.ts'

/** Every key that does something here. */
export default function Keys() {
  const say = useSay()
  const keys: [keyof typeof mapWords.keyList, string[]][] = [
    ['box', ['/']],
    ['list', ['L']],
    ['fit', ['0']],
    ['zoom', ['+', '−']],
    ['move', [say(mapWords.arrows)]],
    ['several', [say(mapWords.shiftClick)]],
    ['frame', [say(mapWords.shiftDrag)]],
    ['around', ['A']],
    ['colours', ['C']],
    ['play', [say(mapWords.space)]],
    ['undo', ['Ctrl Z']],
    ['redo', ['Ctrl Y']],
    ['escape', ['Esc']],
    ['keys', ['?']]
  ]
  return (
    <>
      <h2 className="section-title">{say(mapWords.keys)}</h2>
      <dl className="keys">
        {keys.map(([act, names]) => (
          <div key={act}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{say(mapWords.keyList[act])}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
