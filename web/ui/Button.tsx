import type { ComponentProps } from 'react'
import { Link } from './Link.tsx'

/** `main`: the one thing to do here. `plain`: also possible. */
type Rank = 'main' | 'plain'

export function Button({ rank = 'plain', className = '', ...rest }: ComponentProps<'button'> & { rank?: Rank }) {
  return <button type="button" className={`button button-${rank} ${className}`} {...rest} />
}

export function ButtonLink({ rank = 'plain', className = '', ...rest }: ComponentProps<typeof Link> & { rank?: Rank }) {
  return <Link className={`button button-${rank} ${className}`} {...rest} />
}
