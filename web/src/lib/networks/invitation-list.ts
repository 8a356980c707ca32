// Reads whom to invite out of what people paste: addresses in a row, "Name <address>" as mail programs write them, or a
// table with name, e-mail and organisation from a spreadsheet, with or without a first row that names its columns.

export interface Row {
	/** Its line in what was pasted, from 1. */
	line: number;
	email: string;
	name: string;
	/** As written; which organisation it is has to be looked up. */
	organisation: string;
	problem?: 'email' | 'twice';
}

type Column = 'email' | 'name' | 'organisation';

/** The names of columns in the four languages, folded. */
const HEADINGS: Record<string, Column> = {
	epost: 'email',
	epostadress: 'email',
	epostadresse: 'email',
	email: 'email',
	emailaddress: 'email',
	mail: 'email',
	mejl: 'email',
	adress: 'email',
	adresse: 'email',
	namn: 'name',
	navn: 'name',
	name: 'name',
	organisation: 'organisation',
	organisasjon: 'organisation',
	organization: 'organisation',
	kommun: 'organisation',
	kommune: 'organisation',
	municipality: 'organisation',
};

const ADDRESS = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;.]{2,}$/;

export function readInvitations(text: string): Row[] {
	const rows: Row[] = [];
	let columns: (Column | undefined)[] | undefined;

	for (const [index, content] of text.split(/\r\n|\r|\n/).entries()) {
		// Excel's own first line says which separator it used.
		if (!content.trim() || /^sep=.$/i.test(content.trim())) continue;
		// Several addresses on a line are a row of addresses, whatever stands between them.
		const cells =
			!columns && content.split('@').length > 2
				? content.split(/[;,\t]/).map((cell) => cell.trim())
				: split(content);
		if (!rows.length && !columns && !content.includes('@')) {
			const named = cells.map((cell) => HEADINGS[fold(cell)]);
			if (named.includes('email')) {
				columns = named;
				continue;
			}
		}
		rows.push(...readLine(cells, columns).map((row) => ({ ...row, line: index + 1 })));
	}

	const seen = new Set<string>();
	for (const row of rows) {
		const key = row.email.toLowerCase();
		if (!ADDRESS.test(row.email)) row.problem = 'email';
		else if (seen.has(key)) row.problem = 'twice';
		seen.add(key);
	}
	return rows;
}

function readLine(cells: string[], columns: (Column | undefined)[] | undefined): Omit<Row, 'line'>[] {
	if (columns) {
		const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
		return [{ email: cell('email'), name: cell('name'), organisation: cell('organisation') }];
	}
	const filled = cells.filter(Boolean);
	const addresses = filled.filter((cell) => cell.includes('@'));
	// Addresses in a row, or a line of several without anything between them but spaces.
	if (addresses.length > 1 && addresses.length === filled.length) return addresses.map(readAddress);
	if (filled.length === 1 && filled[0]!.split(/\s+/).every((word) => ADDRESS.test(word)))
		return filled[0]!.split(/\s+/).map(readAddress);
	if (filled.length === 1) return [readAddress(filled[0]!)];
	const [name = '', organisation = ''] = filled.filter((cell) => !cell.includes('@'));
	const { email, name: inAddress } = readAddress(addresses[0] ?? '');
	// A cell of its own says the name, unless the address already does.
	return [inAddress ? { email, name: inAddress, organisation: name } : { email, name, organisation }];
}

/** "Kari Nordmann <kari@example.no>", or the address alone. */
function readAddress(text: string): Omit<Row, 'line'> {
	const [, name = '', email = text] = /^(.*?)\s*<([^<>]*)>$/.exec(text.trim()) ?? [];
	return { email: email.trim(), name: name.replace(/^"|"$/g, '').trim(), organisation: '' };
}

/** The cells of a line, apart by tabs, else by semicolons, else by commas; a cell in quotes may hold any of them. */
function split(line: string): string[] {
	const bare = line.replace(/"[^"]*"/g, '');
	const separator = bare.includes('\t') ? '\t' : bare.includes(';') ? ';' : ',';
	// Each match is a cell and what ended it: quoted, with doubled quotes inside, or plain.
	const cell = new RegExp(`(?:\\s*"((?:[^"]|"")*)"\\s*|([^${separator}]*))(${separator}|$)`, 'y');
	const cells: string[] = [];
	for (let match = cell.exec(line); match; match = cell.exec(line)) {
		cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
		if (!match[3]) break;
	}
	return cells;
}

function fold(heading: string): string {
	return heading
		.toLowerCase()
		.normalize('NFD')
		.replace(/[^a-z]/g, '');
}

/** A file as text: spreadsheets here still write Windows' Western alphabet where it is not UTF-8. */
export function decode(bytes: ArrayBuffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** "Haninge kommun", "Härryda kommun" and "Ålesund kommune" are Haninge, Härryda and Ålesund. */
export function sameOrganisation(written: string, name: string): boolean {
	const plain = (text: string) =>
		text
			.toLowerCase()
			.replace(/\b(kommun|kommune|municipality)\b/g, '')
			.replace(/\s+/g, ' ')
			.trim();
	// Swedish has it in the genitive: "Uppsala kommun", but "Stockholms kommun".
	return [plain(name), `${plain(name)}s`].includes(plain(written));
}
