import pLimit from "p-limit"

/**
 * One workbook after another: each takes a good part of a second of this process and of the database, and on the last
 * evening of a round, when they come by the hundred, whoever opens a page would wait for all of them.
 */
export const inTurn = pLimit(1)
