// What a facet's value is called: reference data has names of its own, the others are ours to say.

import type { FacetFields } from '$lib/actions/documents';
import { t } from '$lib/i18n/i18n.svelte';

type Value = FacetFields['values'][number];

export function nameOf(kind: FacetFields['kind'], { value, name }: Value): string {
	switch (kind) {
		case 'STATUS':
			return t(`action-status-${value}`);
		case 'COUNTRY':
			return t(`app-country-${value}`);
		case 'LANGUAGE':
			return t(`app-language-${value.toLowerCase()}`);
		case 'SIZE':
			return t(`action-facet-size-${value}`);
		case 'PURPOSE':
			return t(`action-facet-purpose-${value}`);
		case 'COST':
			return t(`action-facet-cost-${value}`);
		default:
			return name ?? value;
	}
}
