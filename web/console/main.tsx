import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { Failed } from './failed.tsx';
import { language } from './words/language.ts';
import './style.css';

document.documentElement.lang = language;
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Failed>
      <App />
    </Failed>
  </StrictMode>,
);
