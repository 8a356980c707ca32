declare global {
	namespace App {
		interface Error {
			message: string;
			/** One of the API's ErrorCode, or OFFLINE. */
			code: string;
		}
	}
}

export {};
