import { createMiddleware } from "hono/factory"
import { secureHeaders } from "hono/secure-headers"
import type { Env } from "./view.ts"

/** Nothing runs and nothing loads but our own files: no inline script, no inline style, no frames. */
export const security = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // Without the subdomains: they may be other people's.
  strictTransportSecurity: "max-age=15552000",
  referrerPolicy: "strict-origin-when-cross-origin",
  xFrameOptions: "DENY",
  crossOriginResourcePolicy: "same-origin",
  crossOriginOpenerPolicy: "same-origin",
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
})

/**
 * What people handed in is held tighter than our own pages: nothing in it loads or runs. Around `security`, whose
 * headers it replaces; an address without a file answers with an ordinary page.
 */
export const fileSecurity = createMiddleware<Env>(async (c, next) => {
  await next()
  const policy = c.get("filePolicy")
  if (policy) c.header("content-security-policy", policy)
})
