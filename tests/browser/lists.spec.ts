// What people paste when they invite, read as they mean it. No browser is needed.

import { expect, test } from '@playwright/test';
import { decode, readInvitations, sameOrganisation } from '../../web/src/lib/networks/invitation-list.ts';
import { slugOf } from '../../web/src/lib/networks/slug.ts';

const read = (text: string) =>
	readInvitations(text).map(({ email, name, organisation, problem }) =>
		[email, name, organisation, problem].map((part) => part ?? '').join('|'),
	);

test('addresses in a row, however they are parted', () => {
	expect(read('a@x.se, b@y.no; Kari Nord <c@z.no>')).toEqual([
		'a@x.se|||',
		'b@y.no|||',
		'c@z.no|Kari Nord||',
	]);
	expect(read('a@x.se b@y.no')).toEqual(['a@x.se|||', 'b@y.no|||']);
	expect(read('a@x.se\n\nb@y.no\r\n')).toEqual(['a@x.se|||', 'b@y.no|||']);
});

test('tables with semicolons, commas and tabs, with a first line in each language', () => {
	const row = 'åsa@x.se|Åsa Ek|Haninge kommun|';
	expect(read('Namn;E-post;Organisation\nÅsa Ek;åsa@x.se;Haninge kommun')).toEqual([row]);
	expect(read('sep=;\nKommune;Navn;E-postadresse\nHaninge kommun;Åsa Ek;åsa@x.se')).toEqual([row]);
	expect(read('Namn\tE-postadresse\tKommune\nÅsa Ek\tåsa@x.se\tHaninge kommun')).toEqual([row]);
	expect(read('name,e-mail,organisation\nÅsa Ek,åsa@x.se,Haninge kommun')).toEqual([row]);
	expect(read('Åsa Ek;åsa@x.se;Haninge kommun')).toEqual([row]);
	expect(read('åsa@x.se,Åsa Ek,Haninge kommun')).toEqual([row]);
});

test('quoted cells keep their separators and quotes', () => {
	expect(read('"Ek, Åsa","asa@x.se","Haninge ""kommun"""')).toEqual(['asa@x.se|Ek, Åsa|Haninge "kommun"|']);
});

test('faults are told by their line', () => {
	expect(readInvitations('Namn;E-post\nÅsa;asa@x.se\nBo;\nÅsa igen;ASA@x.se\nDisa;disa@x')).toMatchObject([
		{ line: 2 },
		{ line: 3, problem: 'email' },
		{ line: 4, problem: 'twice' },
		{ line: 5, problem: 'email' },
	]);
	expect(readInvitations('hallå där')).toMatchObject([{ line: 1, problem: 'email' }]);
	expect(readInvitations('')).toEqual([]);
});

test('files are read in UTF-8 and in Windows’ Western alphabet', () => {
	const bytes = (text: string, encoding: BufferEncoding) =>
		new Uint8Array(Buffer.from(text, encoding)).buffer;
	expect(decode(bytes('Härryda', 'utf8'))).toBe('Härryda');
	expect(decode(bytes('Härryda', 'latin1'))).toBe('Härryda');
	expect(decode(bytes('\ufeffNamn', 'utf8'))).toBe('Namn');
});

test('an organisation is known by its everyday name', () => {
	expect(sameOrganisation('Haninge kommun', 'Haninge')).toBe(true);
	expect(sameOrganisation('Stockholms kommun', 'Stockholm')).toBe(true);
	expect(sameOrganisation('ålesund kommune', 'Ålesund')).toBe(true);
	expect(sameOrganisation('Ås', 'Åseral')).toBe(false);
});

test('a name becomes an address', () => {
	expect(slugOf('Miljöstrateger i Väst')).toBe('miljostrateger-i-vast');
	expect(slugOf('Klimanettverk Møre & Romsdal')).toBe('klimanettverk-more-romsdal');
	expect(slugOf(' Nærøyfjorden! ')).toBe('naeroyfjorden');
});
