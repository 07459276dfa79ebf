import { fileURLToPath } from "node:url"

/** The folder of the package. Both `src/` and the bundle in `dist/` lie one step below it. */
export const root = fileURLToPath(new URL("..", import.meta.url))
