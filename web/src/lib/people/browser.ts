/** The first that a browser names counts: most of them also name those that they want to be taken for. */
const BROWSERS: [RegExp, string][] = [
	[/\bEdgA?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(Firefox|FxiOS)\//, 'Firefox'],
	[/\b(HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
	[/\bSafari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
	[/\b(iPhone|iPad)\b/, 'iOS'],
	[/\bAndroid\b/, 'Android'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'macOS'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bLinux\b/, 'Linux'],
];

/** "Firefox, Windows": what a person knows their browser by. What it says of itself where we do not know it. */
export function browserName(userAgent: string) {
	const first = (names: [RegExp, string][]) => names.find(([says]) => says.test(userAgent))?.[1];
	return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(', ') || userAgent;
}
