import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { language } from '../../../console/words/language.ts';
import { VisitorPanel } from './visitor-panel.tsx';
import '../panel.css';

document.documentElement.lang = language;
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <VisitorPanel />
  </StrictMode>,
);
