let key
try {
  key = sessionStorage.getItem('key') ?? localStorage.getItem('key')
  const light = localStorage.getItem('light')
  if (light) document.documentElement.dataset.light = light
} catch {
  // Storage is closed to this page: the light of the system holds.
}

// Where the map opens, what it shows and what draws it are asked for while the first scripts are on their way.
if (location.pathname === '/') {
  for (const link of document.querySelectorAll('link[rel=map]')) link.rel = 'modulepreload'
  if (location.search === '') {
    const path = '/api/network'
    const authorization = key ? { authorization: `Bearer ${key}` } : {}
    const reply = fetch(path, { headers: { accept: 'application/vnd.entremise.network', ...authorization } })
    // web/api.ts takes it from here; whoever asked there is told of what fails.
    reply.catch(() => undefined)
    window.early = { path, reply }
  }
}
