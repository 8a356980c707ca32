// A mention stands in a message as @[Name](person_…). Who writes sees @Name; these two go from one to the other.

/** What is typed, and whom the names in it mean. */
export interface Typed {
	text: string;
	/** The id for each name that stands after an @. */
	names: Record<string, string>;
}

const MENTION = /@\[([^\]\n]{1,200})\]\((\w+)\)/g;

/** From what is kept and sent to what is typed. */
export function toTyped(body: string): Typed {
	const names: Record<string, string> = {};
	const text = body.replace(MENTION, (_, name: string, id: string) => `@${nameFor(names, name, id)}`);
	return { text, names };
}

/** From what is typed to what is kept and sent. */
export function toBody({ text, names }: Typed): string {
	// The longest first: "Kari Nes" must not be taken for "Kari".
	const known = Object.keys(names).sort((a, b) => b.length - a.length);
	if (!known.length) return text;
	const pattern = known.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
	return text.replace(
		new RegExp(`@(${pattern})(?![\\p{L}\\p{N}])`, 'gu'),
		(_, name: string) => `@[${name}](${names[name]})`,
	);
}

/** Remembers whom a name means. Where it means somebody else already, another name that tells them apart. */
export function nameFor(names: Record<string, string>, name: string, id: string, of?: string): string {
	const plain = name.replace(/[[\]]/g, '');
	const tries = [plain, ...(of ? [`${plain}, ${of}`] : [])];
	for (let n = 0; ; n++) {
		const each = tries[n] ?? `${plain} ${n + 1}`;
		if ((names[each] ??= id) === id) return each;
	}
}
