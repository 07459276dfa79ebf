import { counting } from "./counting.ts"
import { autosave, deskHome, signIn } from "./desk.ts"
import { importServed, importServedKill } from "./import-served.ts"
import { importing, importKill } from "./importing.ts"
import type { Line } from "./lines.ts"
import { measures } from "./measures.ts"
import { official } from "./official.ts"
import { pages } from "./pages.ts"
import { register } from "./register.ts"
import { rounds } from "./rounds.ts"
import { search } from "./search.ts"
import { smallStorm, storm } from "./storm.ts"
import { weight } from "./weight.ts"

/** What can be measured, by name, in the order it is run. */
export const parts: Record<string, () => Promise<Line[]>> = {
  counting,
  measures,
  official,
  search,
  register,
  pages,
  weight,
  "sign-in": signIn,
  desk: deskHome,
  autosave,
  import: importing,
  "import-kill": importKill,
  "import-served": importServed,
  "import-served-kill": importServedKill,
  storm,
  "storm-small": smallStorm,
  rounds,
}
