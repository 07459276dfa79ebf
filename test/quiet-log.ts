import { log } from "../src/log.ts"

/** What the server notes of each request is for whoever runs it; a test says itself what it looks for. */
log.level = "error"
