try {
  const light = localStorage.getItem('light')
  if (light) document.documentElement.dataset.light = light
} catch {
  // Storage is closed to this page: the light of the system holds.
}
