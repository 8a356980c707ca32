// What an action gives, the same wherever it is shown: tonnes where it is for lower emissions. Adaptation has none, not even
// zero: it has an effect in words, or else the risk that it meets.

import { graphql, type ResultOf } from '$lib/api/graphql';
import { number } from '$lib/i18n/format';
import { t, type ApiLanguage } from '$lib/i18n/i18n.svelte';

export const EffectFields = graphql(`
	fragment EffectFields on Action {
		effectTonnesCo2e
		details {
			purpose
			risk {
				value
				language
			}
			effectInWords {
				value
				language
			}
		}
	}
`);
type Effect = ResultOf<typeof EffectFields>;

/** The tonnes in words; undefined where tonnes are not what it is about. */
export function tonnes({ effectTonnesCo2e, details: { purpose } }: Effect): string | undefined {
	if (effectTonnesCo2e === null || purpose === 'ADAPTATION') return;
	if (effectTonnesCo2e === 0 && purpose !== 'EMISSIONS') return;
	return t('action-effect-short', { tonnes: number(effectTonnesCo2e) });
}

/** What is said where tonnes say nothing. */
export function inWords({ details: { purpose, risk, effectInWords } }: Effect) {
	if (purpose === null || purpose === 'EMISSIONS') return;
	if (effectInWords) return { name: t('action-effect-in-words'), text: begun(effectInWords) };
	if (purpose === 'ADAPTATION' && risk) return { name: t('action-risk'), text: begun(risk) };
}

/** Characters that stand beside other facts. */
const MOST = 120;

/** The first sentence of a text, or as much of it as there is room for. */
export function begun<Text extends { value: string; language: ApiLanguage }>(text: Text): Text {
	const first = /^.*?[.!?](?=\s+\p{Lu}|$)|^.+/su.exec(text.value.trim())?.[0] ?? '';
	const line = first.replace(/\s+/g, ' ');
	const short = line.length > MOST ? `${line.slice(0, MOST).replace(/\s\S*$/, '')} …` : line;
	return { ...text, value: short };
}
