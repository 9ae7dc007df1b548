import { type ReactNode, useEffect } from 'react'

interface PageProps {
  title: string
  className?: string
  children: ReactNode
}

/** What the tab and the history call the page. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Entremise`
  }, [title])
}

export function Page({ title, className = '', children }: PageProps) {
  useTitle(title)
  return <div className={`page ${className}`}>{children}</div>
}
