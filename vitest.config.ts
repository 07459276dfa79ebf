import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.ts", "e2e/**/*.test.ts"],
    globalSetup: "test/cluster.ts",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
