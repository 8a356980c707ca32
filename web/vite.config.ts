import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { documents } from './plugins/documents.js';
import { locales } from './plugins/locales.js';
import { noInlineStyle } from './plugins/no-inline-style.js';

// Where `npm run dev` finds the server: the address that `samverk serve` prints.
const server = process.env.SAMVERK_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
	plugins: [documents(), locales(), noInlineStyle(), sveltekit()],
	build: { target: 'es2022', assetsInlineLimit: 0 },
	server: {
		proxy: {
			'/graphql': { target: server, ws: true, changeOrigin: true },
			'/auth': { target: server, changeOrigin: true },
		},
	},
});
