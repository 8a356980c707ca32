// A mail server of one's own: takes every mail and keeps it to be looked at.

import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import { SMTPServer } from 'smtp-server';

export interface Mail {
	to: string;
	/** Headers and body, with quoted-printable and encoded words undone. */
	text: string;
}

export class Mailbox {
	readonly mails: Mail[] = [];
	#server: SMTPServer;

	private constructor() {
		this.#server = new SMTPServer({
			authOptional: true,
			disabledCommands: ['STARTTLS'],
			onData: async (stream, session, done) => {
				const raw = await text(stream);
				for (const { address } of session.envelope.rcptTo)
					this.mails.push({ to: address, text: readable(raw) });
				done();
			},
		});
	}

	static async open(): Promise<Mailbox> {
		const mailbox = new Mailbox();
		mailbox.#server.listen(0, '127.0.0.1');
		await once(mailbox.#server.server, 'listening');
		return mailbox;
	}

	get url() {
		const address = this.#server.server.address();
		if (!address || typeof address === 'string') throw new Error('no port');
		return `smtp://127.0.0.1:${address.port}`;
	}

	/** Waits for the nth mail to this address. */
	async mail(to: string, nth = 1): Promise<Mail> {
		const found = () => this.mails.filter((mail) => mail.to === to);
		await expect
			.poll(() => found().length, { timeout: 20_000, message: `mail ${nth} to ${to}` })
			.toBeGreaterThanOrEqual(nth);
		return found()[nth - 1]!;
	}

	/** The path of the one-time link in a mail. */
	static link(mail: Mail): string {
		const [, path] = /https?:\/\/[^/\s]+(\/welcome#[\w-]+)/.exec(mail.text) ?? [];
		if (!path) throw new Error(`no link in: ${mail.text}`);
		return path;
	}

	async close() {
		await new Promise<void>((closed) => this.#server.close(closed));
	}
}

function readable(raw: string): string {
	const [head = '', ...rest] = raw.split(/\r?\n\r?\n/);
	const body = rest.join('\n\n');
	const plain = /content-transfer-encoding: *base64/i.test(head)
		? Buffer.from(body, 'base64').toString('utf8')
		: /content-transfer-encoding: *quoted-printable/i.test(head)
			? Buffer.from(
					body
						.replace(/=\r?\n/g, '')
						.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
					'latin1',
				).toString('utf8')
			: body;
	return `${head}\n\n${plain}`;
}
