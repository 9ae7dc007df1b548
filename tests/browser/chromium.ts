import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const onMachine = (): string | undefined => [process.env.CHROMIUM_PATH ?? '', ...places].find((path) => path !== '' && existsSync(path))

/** Debian's own Chromium, where we may install it. */
function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  try {
    const apt = ['-o', 'DPkg::Lock::Timeout=300', '-y']
    execFileSync('apt-get', ['update', ...apt], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '--no-install-recommends', ...apt, 'chromium'], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return onMachine()
}

/** What is said where there is no browser. */
export const noBrowser = 'Pages left out: no Chromium; install one, or name it with CHROMIUM_PATH.'

/** A real browser with a fresh profile, headless; undefined where there is none. */
export async function startChromium(): Promise<Browser | undefined> {
  const executablePath = onMachine() ?? installed()
  if (!executablePath) return undefined
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  })
}
