import "./features/highlights/highlights-strip.ts"
import "./features/news/print-button.ts"
