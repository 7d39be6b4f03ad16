import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'web/widget/panel',
  base: '/widget/',
  plugins: [react(), tailwind()],
  build: { outDir: '../../dist/widget', emptyOutDir: true, target: 'es2022' },
});
