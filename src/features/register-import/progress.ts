/** How far the work at a workbook has come, in rows; none are known while it is read. */
export type Progress = { step: "reading" | "checking" | "writing"; done: number; total: number }
export type OnProgress = (progress: Progress) => void
