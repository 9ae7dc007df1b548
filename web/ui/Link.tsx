import type { ComponentProps } from 'react'
import { Link as RouterLink } from 'wouter'
import { useLanguage } from '../language.ts'
import { inLanguage } from '../location.ts'

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: string; replace?: boolean }

/** A link to a page of ours, in the language of this one. */
export function Link({ href, ...rest }: LinkProps) {
  return <RouterLink href={inLanguage(href, useLanguage())} {...rest} />
}
