// From latitude and longitude to the map's own units: Lambert's conformal conic projection with its standard parallels
// through Scandinavia, so that neither country leans.

const RADIANS = Math.PI / 180;
const [SOUTH, NORTH, CENTRE] = [58 * RADIANS, 68 * RADIANS, 16 * RADIANS];
const N =
	Math.log(Math.cos(SOUTH) / Math.cos(NORTH)) /
	Math.log(Math.tan(Math.PI / 4 + NORTH / 2) / Math.tan(Math.PI / 4 + SOUTH / 2));
const F = (Math.cos(SOUTH) * Math.tan(Math.PI / 4 + SOUTH / 2) ** N) / N;

/** @param {number} latitude */
const radius = (latitude) => F / Math.tan(Math.PI / 4 + (latitude * RADIANS) / 2) ** N;

export const VIEW = { width: 300, height: 440 };
const SCALE = 1560;
const TOP = radius(71.35);

/**
 * @param {number} latitude
 * @param {number} longitude
 * @returns {[number, number]}
 */
export function project(latitude, longitude) {
	const angle = N * (longitude * RADIANS - CENTRE);
	const r = radius(latitude);
	return [VIEW.width / 2 + 5 + SCALE * r * Math.sin(angle), SCALE * (r * Math.cos(angle) - TOP)];
}
