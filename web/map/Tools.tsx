import { ArrowCounterClockwiseIcon } from '@phosphor-icons/react/ArrowCounterClockwise'
import { ArrowClockwiseIcon } from '@phosphor-icons/react/ArrowClockwise'
import { ArrowsOutIcon } from '@phosphor-icons/react/ArrowsOut'
import { FunnelSimpleIcon } from '@phosphor-icons/react/FunnelSimple'
import { GraphIcon } from '@phosphor-icons/react/Graph'
import { ListBulletsIcon } from '@phosphor-icons/react/ListBullets'
import { MinusIcon } from '@phosphor-icons/react/Minus'
import { PlusIcon } from '@phosphor-icons/react/Plus'
import type { ComponentType } from 'react'
import { useSay } from '../language.ts'
import { mapWords } from './words.ts'

interface ToolsProps {
  isList: boolean
  onList: () => void
  isLegendOpen: boolean
  onLegend: () => void
  undo?: (() => void) | undefined
  redo?: (() => void) | undefined
  onZoom: (factor: number) => void
  onFit: () => void
}

interface ToolProps {
  label: string
  sign: ComponentType<{ 'aria-hidden': 'true' }>
  act: (() => void) | undefined
  className?: string
  pressed?: boolean
}

function Tool({ label, sign: Sign, act, className = '', pressed }: ToolProps) {
  return (
    <button type="button" className={`round ${className}`} title={label} aria-pressed={pressed} disabled={!act} onClick={act}>
      <Sign aria-hidden="true" />
      <span className="tool-word">{label}</span>
    </button>
  )
}

/** What moves the view: the list, undoing, coming nearer. */
export function Tools({ isList, onList, isLegendOpen, onLegend, undo, redo, onZoom, onFit }: ToolsProps) {
  const say = useSay()
  return (
    <div className="tools">
      <Tool label={say(mapWords.filters)} sign={FunnelSimpleIcon} act={onLegend} className="tool-legend" pressed={isLegendOpen} />
      <Tool
        label={say(isList ? mapWords.showMap : mapWords.list)}
        sign={isList ? GraphIcon : ListBulletsIcon}
        act={onList}
        pressed={isList}
      />
      <Tool label={say(mapWords.undo)} sign={ArrowCounterClockwiseIcon} act={undo} />
      <Tool label={say(mapWords.redo)} sign={ArrowClockwiseIcon} act={redo} />
      <Tool label={say(mapWords.zoomIn)} sign={PlusIcon} act={() => onZoom(0.7)} className="tool-zoom" />
      <Tool label={say(mapWords.zoomOut)} sign={MinusIcon} act={() => onZoom(1.4)} className="tool-zoom" />
      <Tool label={say(mapWords.fit)} sign={ArrowsOutIcon} act={onFit} />
    </div>
  )
}
