import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { command } from './command.ts'
import type { Launcher } from './server.ts'

const image = 'neo4j:5.26-community'

/** Ends the server when its input closes, as Neo4jServer.java does: the container then goes with the process that started it. */
const serveUntilInputCloses =
  'exec 3<&0; /startup/docker-entrypoint.sh neo4j & server=$!; (cat <&3 >/dev/null; kill $server) & wait $server'

/** Neo4j by its official image. Rejects where no Docker engine answers or the image cannot be had. */
export async function dockerLauncher(): Promise<Launcher> {
  await command('docker', ['info', '--format', '{{.ServerVersion}}'], 5_000).catch((error: Error) => {
    throw new Error(`no Docker engine answers (${error.message})`)
  })
  await command('docker', ['image', 'inspect', image], 5_000).catch(() => command('docker', ['pull', '--quiet', image], 600_000))

  return ({ dataFolder, port, heap, auth }) => {
    const name = `entremise-neo4j-${port}`
    const { uid, gid } = userInfo()
    mkdirSync(dataFolder, { recursive: true })
    return {
      program: 'docker',
      parameters: [
        ...['run', '--rm', '--init', '--interactive', '--name', name, '--publish', `127.0.0.1:${port}:7687`],
        // On Windows there is no such user, and none is needed.
        ...(uid >= 0 ? ['--user', `${uid}:${gid}`] : []),
        ...['--volume', `${dataFolder}:/data`, '--env', `NEO4J_AUTH=${auth ? 'neo4j/neo4j' : 'none'}`],
        ...['--env', `NEO4J_server_memory_heap_max__size=${heap}`, '--env', 'NEO4J_server_memory_pagecache_size=512m'],
        ...['--env', `NEO4J_server_bolt_advertised__address=127.0.0.1:${port}`],
        ...['--entrypoint', 'sh', image, '-c', serveUntilInputCloses]
      ],
      kill: () => void execFileSync('docker', ['kill', name], { stdio: 'ignore' })
    }
  }
}
