/** A name as it can stand in an address: "Miljöstrateger i Väst" becomes "miljostrateger-i-vast". */
export function slugOf(name: string): string {
	return name
		.toLowerCase()
		.replace(/[æ]/g, 'ae')
		.replace(/[ø]/g, 'o')
		.normalize('NFD')
		.replace(/[^a-z0-9]+/g, (gap) => (/^[\u0300-\u036f]+$/.test(gap) ? '' : '-'))
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
}
