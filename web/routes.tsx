import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { EMBED_PATH } from '#contract/embed.ts'
import { LostPage } from './home/LostPage.tsx'
import { MapPage } from './map/MapPage.tsx'
import { PageWaiting } from './ui/Waiting.tsx'

// The map is what is opened first: the other pages come when they are asked for.
const CardPage = lazy(() => import('./card/CardPage.tsx'))
const EmbedPage = lazy(() => import('./map/EmbedPage.tsx'))
const FirstWordsPage = lazy(() => import('./ice-breakers/FirstWordsPage.tsx'))
const LearningPage = lazy(() => import('./learning/LearningPage.tsx'))
const QuestionsPage = lazy(() => import('./questions/QuestionsPage.tsx'))
const SearchPage = lazy(() => import('./search/SearchPage.tsx'))
const TablesPage = lazy(() => import('./tables/TablesPage.tsx'))
const WayPage = lazy(() => import('./way/WayPage.tsx'))

/** Which page an address opens; what each shows is in the address too. */
export function Pages() {
  return (
    <Suspense fallback={<PageWaiting />}>
      <Switch>
        <Route path="/" component={MapPage} />
        <Route path={EMBED_PATH} component={EmbedPage} />
        <Route path="/recherche" component={SearchPage} />
        <Route path={/^\/fiche\/./s} component={CardPage} />
        <Route path="/chemin" component={WayPage} />
        <Route path="/comment" component={LearningPage} />
        <Route path="/questions" component={QuestionsPage} />
        <Route path="/tables" component={TablesPage} />
        <Route path="/premiers-mots" component={FirstWordsPage} />
        <Route component={LostPage} />
      </Switch>
    </Suspense>
  )
}
