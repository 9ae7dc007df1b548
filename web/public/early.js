try {
  const light = localStorage.getItem('light')
  if (light) document.documentElement.dataset.light = light
} catch {
  // Storage is closed to this page: the light of the system holds.
}

// What the map opens on is asked for while the scripts that draw it are on their way; web/api.ts takes it from here.
if (location.pathname === '/' && location.search === '') {
  const path = '/api/network'
  const reply = fetch(path, { headers: { accept: 'application/vnd.entremise.network' } })
  // Whoever takes it is told of what fails.
  reply.catch(() => undefined)
  window.early = { path, reply }
}
