import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  description: [
    (department: string) => `Tin mới của ${department}`,
    (department: string) => `News of ${department}`,
  ],
})
