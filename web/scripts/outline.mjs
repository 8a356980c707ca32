// Writes src/lib/map/outline.json: the land of Sweden and Norway as one SVG path, drawn once and kept in the repository.
// Source: Natural Earth, 1:50m, in the public domain, as packed by world-atlas.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { project, VIEW } from '../src/lib/map/project.js';

const COUNTRIES = ['752', '578'];
/** Points nearer than this to the line between their neighbours say nothing on a small map (in the map's own units). */
const TOLERANCE = 0.9;
/** Islands smaller than this are left out. */
const SMALLEST = 14;

const atlas = JSON.parse(
	readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'),
);
/** @type {any} */
const countries = feature(atlas, atlas.objects.countries);

/** Douglas and Peucker's simplification. @param {number[][]} points @returns {number[][]} */
function simplify(points) {
	if (points.length < 3) return points;
	const [a, b] = [points[0], points[points.length - 1]];
	let farthest = 0;
	let distance = 0;
	for (let i = 1; i < points.length - 1; i++) {
		const away = toLine(points[i], a, b);
		if (away > distance) [farthest, distance] = [i, away];
	}
	if (distance < TOLERANCE) return [a, b];
	return [...simplify(points.slice(0, farthest + 1)).slice(0, -1), ...simplify(points.slice(farthest))];
}

/** @param {number[]} p @param {number[]} a @param {number[]} b */
function toLine(p, a, b) {
	const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
	if (!length) return Math.hypot(p[0] - a[0], p[1] - a[1]);
	return Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length;
}

/** @param {number[][]} ring */
function area(ring) {
	return (
		Math.abs(
			ring.reduce(
				(sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y,
				0,
			),
		) / 2
	);
}

const paths = countries.features
	.filter((/** @type {any} */ country) => COUNTRIES.includes(country.id))
	.map((/** @type {any} */ country) =>
		country.geometry.coordinates
			.map((/** @type {number[][][]} */ polygon) =>
				polygon[0].map(([longitude, latitude]) => project(latitude, longitude)),
			)
			// Svalbard, Jan Mayen and Bouvet lie outside.
			.filter((/** @type {number[][]} */ ring) =>
				ring.every(([x, y]) => x > -5 && y > -5 && x < VIEW.width + 5 && y < VIEW.height + 5),
			)
			.filter((/** @type {number[][]} */ ring) => area(ring) > SMALLEST)
			.map((/** @type {number[][]} */ ring) => {
				const half = Math.floor(ring.length / 2);
				const points = [...simplify(ring.slice(0, half + 1)).slice(0, -1), ...simplify(ring.slice(half))];
				return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
			})
			.join(''),
	);

writeFileSync(
	new URL('../src/lib/map/outline.json', import.meta.url),
	JSON.stringify({ source: 'Natural Earth 1:50m, public domain', paths }) + '\n',
);
