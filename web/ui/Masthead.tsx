import { CoffeeIcon } from '@phosphor-icons/react/Coffee'
import { GraphIcon } from '@phosphor-icons/react/Graph'
import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass'
import { MoonIcon } from '@phosphor-icons/react/Moon'
import { QuestionIcon } from '@phosphor-icons/react/Question'
import { SignpostIcon } from '@phosphor-icons/react/Signpost'
import { SunIcon } from '@phosphor-icons/react/Sun'
import type { ComponentType, ReactNode } from 'react'
import { Link as RouterLink } from 'wouter'
import { openBox } from '../box/open.ts'
import { boxWords } from '../box/words.ts'
import { useLanguage, useSay } from '../language.ts'
import { useLight } from '../light.ts'
import { to, useAsked, usePath } from '../location.ts'
import { words } from '../words.ts'
import { Link } from './Link.tsx'

export function Masthead() {
  const say = useSay()
  return (
    <header className="masthead">
      <a className="skip" href="#content">
        {say(words.site.skip)}
      </a>
      <div className="masthead-row">
        <Link className="wordmark" href={to.home()} aria-label={say(words.site.home)}>
          <Mark />
          <span>{say(words.site.name)}</span>
        </Link>
        <nav className="masthead-nav" aria-label={say(words.site.nav)}>
          <Tab href={to.home()} sign={GraphIcon}>
            {say(words.site.map)}
          </Tab>
          <Tab href={to.way()} sign={SignpostIcon}>
            {say(words.site.way)}
          </Tab>
          <Tab href={to.questions()} sign={QuestionIcon}>
            {say(words.site.questions)}
          </Tab>
          <Tab href={to.tables()} sign={CoffeeIcon}>
            {say(words.site.tables)}
          </Tab>
        </nav>
        <button type="button" className="box-open" aria-keyshortcuts="/" onClick={openBox}>
          <MagnifyingGlassIcon aria-hidden="true" />
          <span>{say(boxWords.open)}</span>
          <span className="key" aria-hidden="true">
            /
          </span>
        </button>
        <div className="masthead-tools">
          <LanguageSwitch />
          <LightSwitch />
        </div>
      </div>
    </header>
  )
}

/** Two forms, and somebody between. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 20" aria-hidden="true">
      <circle cx="9" cy="10" r="8" />
      <circle cx="21" cy="10" r="2.5" />
      <rect x="26.5" y="3.5" width="12" height="13" rx="4" className="mark-other" />
    </svg>
  )
}

function Tab({ href, sign: Sign, children }: { href: string; sign: ComponentType<{ 'aria-hidden': 'true' }>; children: ReactNode }) {
  return (
    <Link className="tab" href={href} aria-current={usePath() === href ? 'page' : undefined}>
      <Sign aria-hidden="true" />
      <span>{children}</span>
    </Link>
  )
}

/** The same page in the other language, its name in that language. */
function LanguageSwitch() {
  const say = useSay()
  const other = useLanguage() === 'fr' ? 'en' : 'fr'
  const asked = new URLSearchParams(useAsked())
  const path = usePath()
  asked.set('lang', other)
  return (
    <RouterLink className="tool" href={`${path}?${asked}`} replace lang={other} hrefLang={other}>
      {other.toUpperCase()}
      <span className="unseen">{say(words.site.language)}</span>
    </RouterLink>
  )
}

function LightSwitch() {
  const say = useSay()
  const [light, choose] = useLight()
  const other = light === 'dark' ? 'light' : 'dark'
  const Sign = other === 'dark' ? MoonIcon : SunIcon
  return (
    <button
      type="button"
      className="tool tool-sign"
      aria-label={say(words.site[other])}
      title={say(words.site[other])}
      onClick={() => choose(other)}
    >
      <Sign aria-hidden="true" />
    </button>
  )
}
