import { connection } from '$lib/connection.svelte';
import type { Component } from 'svelte';

/** A component that is fetched when it is first asked for: `{#if wanted && Part.current}<Part.current … />{/if}`. */
export function lazy<Part extends Component<never, object, string>>(load: () => Promise<{ default: Part }>) {
	let component = $state.raw<Part>();
	let asked = false;
	return {
		get current() {
			if (!asked) {
				asked = true;
				load().then(
					(module) => (component = module.default),
					// Asked for again when it is next wanted.
					() => {
						asked = false;
						connection.failed();
					},
				);
			}
			return component;
		},
	};
}
