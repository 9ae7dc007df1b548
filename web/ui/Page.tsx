import { type ReactNode, useEffect } from 'react'

interface PageProps {
  /** What the tab and the history call it; the home page is called by the site's name alone. */
  title: string
  className?: string
  children: ReactNode
}

export function Page({ title, className = '', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Entremise`
  }, [title])
  return <div className={`page ${className}`}>{children}</div>
}
