import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { language } from '../../console/words/language.ts';
import { Panel } from './panel.tsx';
import './panel.css';

document.documentElement.lang = language;
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Panel />
  </StrictMode>,
);
