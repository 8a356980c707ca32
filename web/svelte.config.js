import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		// One page for every address: the server answers with it wherever no file and no route of its own is.
		adapter: adapter({ fallback: 'index.html', precompress: true, strict: false }),
	},
};
