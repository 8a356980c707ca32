declare module 'virtual:locales' {
	/** Where each language's Fluent file is. */
	const addresses: Record<'sv' | 'nn' | 'nb' | 'en', string>;
	export default addresses;
}

declare module 'virtual:noscript' {
	/** What a page without JavaScript says, in every language. */
	const html: string;
	export default html;
}

declare module '*?no-inline' {
	const address: string;
	export default address;
}

declare module '*.json?url' {
	const address: string;
	export default address;
}
