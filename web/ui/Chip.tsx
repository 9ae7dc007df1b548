import type { ReactNode } from 'react'

interface ChipProps {
  pressed: boolean
  onPress: () => void
  children: ReactNode
  className?: string
}

/** A choice that is on or off. */
export function Chip({ pressed, onPress, children, className = '' }: ChipProps) {
  return (
    <button type="button" className={`chip ${className}`} aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  )
}
