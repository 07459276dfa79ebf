import { pino } from "pino"

/** The server's own log: JSON lines on standard error. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info" }, pino.destination(2))
