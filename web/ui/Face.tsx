import type { ReactNode } from 'react'
import { isStarting, Refused, Unreachable } from '../api.ts'
import { useSay } from '../language.ts'
import { words } from '../words.ts'
import { Button } from './Button.tsx'

interface FaceProps {
  title: ReactNode
  hint?: ReactNode
  children?: ReactNode
  drawing?: 'empty' | 'starting' | 'failed'
}

/** What a place shows that has nothing to show: what happened, and the next step. */
export function Face({ title, hint, children, drawing = 'empty' }: FaceProps) {
  return (
    <div className={`face face-${drawing}`}>
      <Drawing of={drawing} />
      <p className="face-title">{title}</p>
      {hint && <p className="face-hint">{hint}</p>}
      {children && <div className="face-steps">{children}</div>}
    </div>
  )
}

/** Two who have not met: apart, about to, or out of reach. */
function Drawing({ of }: { of: NonNullable<FaceProps['drawing']> }) {
  return (
    <svg className="face-drawing" viewBox="0 0 120 40" aria-hidden="true">
      <circle cx="20" cy="22" r="14" className="face-one" />
      <rect x="87" y="9" width="26" height="26" rx="8" className="face-other" />
      <path d={of === 'failed' ? 'M38 22h10m24 0h10' : 'M40 22h40'} className="face-between" />
    </svg>
  )
}

/** The server's own words, which are in English. */
function Detail({ children }: { children: string }) {
  return (
    <p className="face-detail" lang="en">
      {children}
    </p>
  )
}

function Starting({ detail }: { detail: string }) {
  const say = useSay()
  return (
    <div role="status">
      <Face drawing="starting" title={say(words.waiting.starting)} hint={say(words.waiting.startingHint)}>
        <Detail>{detail}</Detail>
      </Face>
    </div>
  )
}

export function Failed({ error, again }: { error: unknown; again: () => void }) {
  const say = useSay()
  if (isStarting(error)) return <Starting detail={error.problem.detail} />
  const away = error instanceof Unreachable
  return (
    <div role="alert">
      <Face
        drawing="failed"
        title={say(away ? words.failed.unreachable : words.failed.refused)}
        hint={say(away ? words.failed.unreachableHint : words.failed.refusedHint)}
      >
        {error instanceof Refused && <Detail>{error.problem.detail}</Detail>}
        <Button rank="main" onClick={again}>
          {say(words.failed.again)}
        </Button>
      </Face>
    </div>
  )
}
