import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'web/console',
  base: './',
  plugins: [react(), tailwind()],
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022' },
});
