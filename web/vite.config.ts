import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { documents } from './plugins/documents.js';
import { locales } from './plugins/locales.js';
import { noInlineStyle } from './plugins/no-inline-style.js';

// Where `npm run dev` finds the server: the address that `samverk serve` prints.
const server = process.env.SAMVERK_URL ?? 'http://127.0.0.1:8080';

/** The libraries' running parts, and ours that the shell around every page uses. */
const SHARED =
	/node_modules\/(svelte|@sveltejs\/kit|@fluent|esm-env|clsx|devalue)\/|\.svelte-kit\/generated\/(?!.*nodes)|src\/lib\/(api\/client|components\/(Icon|Problem|Said|LanguageMark|LanguageSelect|lazy|ConnectionBar)|i18n\/|connection|keep|sending|session|people\/(documents|sign-in))/;

export default defineConfig({
	plugins: [documents(), locales(), noInlineStyle(), sveltekit()],
	build: {
		target: 'es2022',
		assetsInlineLimit: 0,
		// What every page needs is one file: in one piece it compresses 4 KB better than in twenty.
		rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', test: SHARED }] } } },
	},
	server: {
		proxy: {
			'/graphql': { target: server, ws: true, changeOrigin: true },
			'/auth': { target: server, changeOrigin: true },
		},
	},
});
