import { Component, type ReactNode } from 'react'
import { useSay } from '../language.ts'
import { words } from '../words.ts'
import { Button } from './Button.tsx'
import { Face } from './Face.tsx'

/** Holds the masthead up when a page throws. */
export class Broken extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }
  static getDerivedStateFromError() {
    return { isBroken: true }
  }
  override render() {
    return this.state.isBroken ? <BrokenFace /> : this.props.children
  }
}

function BrokenFace() {
  const say = useSay()
  return (
    <div className="page" role="alert">
      <Face drawing="failed" title={say(words.failed.broken)} hint={say(words.failed.brokenHint)}>
        <Button rank="main" onClick={() => window.location.reload()}>
          {say(words.failed.reload)}
        </Button>
      </Face>
    </div>
  )
}
