import { useEffect, useLayoutEffect, useRef } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { BoxHost } from './box/BoxHost.tsx'
import { Connector } from './connector/Connector.tsx'
import { LanguageContext, languageOf, useSay } from './language.ts'
import { inLanguage, to, useAsked, usePath } from './location.ts'
import { remember } from './memory.ts'
import { Pages } from './routes.tsx'
import { Broken } from './ui/Broken.tsx'
import { Masthead } from './ui/Masthead.tsx'
import { words } from './words.ts'

export function Site() {
  const path = usePath()
  const isEmbedded = path === to.embed()
  const language = languageOf(useAsked().get('lang'), isEmbedded)
  useEffect(() => {
    document.documentElement.lang = language
    if (!isEmbedded) remember('language', language)
    const { pathname, search } = window.location
    const said = inLanguage(pathname + search, language)
    if (new URLSearchParams(search).get('lang') !== new URL(said, window.location.origin).searchParams.get('lang'))
      navigate(said, { replace: true })
  })
  useTopOfPage(path)
  return (
    <LanguageContext value={language}>
      {!isEmbedded && <Masthead />}
      <main id="content" tabIndex={-1}>
        <Broken key={path}>
          <Pages />
        </Broken>
      </main>
      {path !== to.home() && !isEmbedded && <Foot />}
      {!isEmbedded && <BoxHost />}
    </LanguageContext>
  )
}

function Foot() {
  const say = useSay()
  return (
    <footer className="foot">
      <p>{say(words.site.foot)}</p>
      <Connector />
    </footer>
  )
}

/** A page arrived at is read from its top; one gone back to, from where it was left. */
function useTopOfPage(path: string): void {
  const back = useRef(true)
  useEffect(() => {
    const leave = () => {
      back.current = true
    }
    // Captured: the router draws the page as soon as it hears of it.
    window.addEventListener('popstate', leave, true)
    return () => window.removeEventListener('popstate', leave, true)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what moves the page
  useLayoutEffect(() => {
    if (!back.current) window.scrollTo(0, 0)
    back.current = false
  }, [path])
}
