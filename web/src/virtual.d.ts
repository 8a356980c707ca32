declare module 'virtual:locales' {
	/** Where each language's Fluent file is. */
	const addresses: Record<'sv' | 'nn' | 'nb' | 'en', string>;
	export default addresses;
}

declare module '*?no-inline' {
	const address: string;
	export default address;
}

declare module '*.json?url' {
	const address: string;
	export default address;
}
