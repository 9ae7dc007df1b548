import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The faces that the first screen is set in: asked for with the page, before the style sheet tells of them. */
const firstFonts = /(bricolage-grotesque-latin-opsz-normal|instrument-sans-latin-wght-normal)-[\w-]+\.woff2$/

const preloadFonts: Plugin = {
  name: 'preload-fonts',
  transformIndexHtml: (_html, { bundle = {} }) =>
    Object.keys(bundle)
      .filter((file) => firstFonts.test(file))
      .map((file) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
        injectTo: 'head-prepend'
      }))
}

/** Where what draws the map stands, for public/early.js, which asks for it where the map is what opens. */
const nameMap: Plugin = {
  name: 'name-map',
  transformIndexHtml: (_html, { bundle = {} }) => {
    const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
    const first = new Set(chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports]))
    return chunks
      .filter(({ name }) => name === 'GraphView')
      .flatMap(({ fileName, imports }) => [fileName, ...imports])
      .filter((file) => !first.has(file))
      .map((file) => ({ tag: 'link', attrs: { rel: 'map', href: `/${file}` }, injectTo: 'head-prepend' }))
  }
}

/** An icon comes in six weights and is drawn in one: the others, most of what icons weigh, are left out. */
const oneWeight: Plugin = {
  name: 'one-weight',
  transform(code, id) {
    if (!id.includes('/@phosphor-icons/react/dist/defs/')) return
    return { code: code.replace(/\n {2}\[\s*"(bold|duotone|fill|light|thin)",[\s\S]*?\n {2}\],?/g, ''), map: null }
  }
}

/**
 * The pages take the vocabulary and the types of the contract; its schemas weigh answers on the server alone. Zod, a fifth of all code, is
 * left out: what calls it while the contract loads is answered with nothing, and who would weigh something with it is told.
 */
const withoutSchemas: Plugin = {
  name: 'without-schemas',
  enforce: 'pre',
  resolveId: (id) => (id === 'zod' ? '\0without-schemas' : undefined),
  load: (id) =>
    id === '\0without-schemas'
      ? `const nothing = new Proxy(() => nothing, {
          get(_, name) {
            if (name === Symbol.toPrimitive) return () => ''
            if (/^(safe)?parse/i.test(String(name))) throw new Error('The pages hold no schemas: what the server answers is not weighed twice.')
            return nothing
          }
        })
        export const z = nothing`
      : undefined
}

/** Texts are compressed once, when they are built, as small as they can be; the server sends what the browser takes. */
const precompress: Plugin = {
  name: 'precompress',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const texts = [...Object.keys(bundle), 'early.js', 'favicon.svg'].filter((file) => /\.(js|css|html|svg)$/.test(file))
    for (const file of texts) {
      const text = await readFile(join(dir, file))
      await writeFile(join(dir, `${file}.br`), brotliCompressSync(text))
      await writeFile(join(dir, `${file}.gz`), gzipSync(text, { level: 9 }))
    }
  }
}

export default defineConfig(({ command }) => {
  // Tests build the pages too, and what they build is served after them: it is never React's slow, talkative form.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: 'web',
    plugins: [react(), preloadFonts, nameMap, oneWeight, withoutSchemas, precompress],
    // Nothing is written into the page itself: the content policy allows no data: fonts and no inline script.
    build: { outDir: '../dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    server: { proxy: { '/api': process.env.ENTREMISE_URL ?? 'http://127.0.0.1:3000' } }
  }
})
