import { defineConfig } from '@playwright/test';

export default defineConfig({
	testDir: '.',
	// Each file has a server of its own; two browsers at once are enough for two cores.
	workers: 2,
	fullyParallel: false,
	forbidOnly: !!process.env.CI,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: 'list',
	use: {
		// The system's own browser: nothing is downloaded.
		launchOptions: {
			executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
			// Chromium's sandbox does not start as root, as in a build's container.
			args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
		},
		viewport: { width: 1280, height: 900 },
		trace: 'retain-on-failure',
	},
});
