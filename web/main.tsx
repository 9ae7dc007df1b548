import './style/index.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api.ts'
import { Site } from './Site.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root to draw the site in')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Site />
    </QueryClientProvider>
  </StrictMode>
)
