import { Route, Switch } from 'wouter'
import { CardPage } from './card/CardPage.tsx'
import { LostPage } from './home/LostPage.tsx'
import { EmbedPage } from './map/EmbedPage.tsx'
import { MapPage } from './map/MapPage.tsx'
import { SearchPage } from './search/SearchPage.tsx'
import { WayPage } from './way/WayPage.tsx'

/** Which page an address opens; what each shows is in the address too. */
export function Pages() {
  return (
    <Switch>
      <Route path="/" component={MapPage} />
      <Route path="/integrer" component={EmbedPage} />
      <Route path="/recherche" component={SearchPage} />
      <Route path={/^\/fiche\/./s} component={CardPage} />
      <Route path="/chemin" component={WayPage} />
      <Route component={LostPage} />
    </Switch>
  )
}
