// The server's Content-Security-Policy allows no style attributes. SvelteKit's generated root component has one, on the
// element that tells screen readers the new page's title; src/app.css hides that element instead.

/** @returns {import('vite').Plugin} */
export function noInlineStyle() {
	return {
		name: 'samverk-no-inline-style',
		enforce: 'pre',
		transform(code, id) {
			if (!/\/generated\/root\.svelte(\?|$)/.test(id)) return;
			const plain = code.replace(/ style="[^"]*"/g, '');
			if (plain === code)
				this.error('SvelteKit’s root component has no style attribute any more: drop this plugin.');
			return plain;
		},
	};
}
