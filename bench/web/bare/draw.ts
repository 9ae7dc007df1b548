import Sigma from 'sigma'
import { graphOf, type Plain } from './graph.ts'

// What anybody would write first: fetch the network, build a graph of it, have sigma draw that.
const plain = (await (await fetch('/network.json')).json()) as Plain
const sigma = new Sigma(graphOf(plain), document.getElementById('map') as HTMLElement)
performance.mark('map drawn')
Object.assign(window, { sigma })
