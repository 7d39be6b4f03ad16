import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'web/widget/panel',
  base: '/widget/',
  plugins: [react(), tailwind()],
  build: {
    outDir: '../../dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    // Two panels, for those who work here and for customers on a web site; what they share is loaded once.
    rolldownOptions: { input: ['web/widget/panel/index.html', 'web/widget/panel/visitor.html'] },
  },
});
