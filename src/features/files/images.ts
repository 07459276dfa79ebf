import type { Refusal } from "./texts.ts"

/** The sizes an image is drawn again in, by their greatest width in pixels; none is made larger than it was. */
const widths = { small: 480, large: 1280 } as const
export type Variant = keyof typeof widths

/** A decompression bomb is a small file with more pixels than memory. A good phone's camera has 50 million. */
const mostPixels = 50_000_000

/** Seconds that drawing one size may take. */
const patience = 20

export type DrawnImage = {
  width: number
  height: number
  variants: { variant: Variant; bytes: Uint8Array; mediaType: string; width: number; height: number }[]
}

/**
 * Draws an image again: upright, in the colours of the web, without place, camera or anything else that was noted in
 * it. One image at a time and on one thread, so that pages go on being answered meanwhile.
 */
export function drawImage(path: string): Promise<DrawnImage | Refusal> {
  const drawn = queue.then(() => draw(path))
  queue = drawn.catch(() => {})
  return drawn
}

let queue: Promise<unknown> = Promise.resolve()

async function draw(path: string): Promise<DrawnImage | Refusal> {
  // Loaded with the first image: a start without it takes half the time.
  const { default: sharp } = await import("sharp")
  sharp.concurrency(1)
  sharp.cache(false)

  const open = () => sharp(path, { limitInputPixels: mostPixels, failOn: "error", pages: 1 })
  try {
    const { autoOrient, width, height } = await open().metadata()
    if (width * height > mostPixels) return "too_many_pixels"

    const variants: DrawnImage["variants"] = []
    for (const variant of ["small", "large"] as const) {
      const { data, info } = await open()
        .timeout({ seconds: patience })
        .autoOrient()
        .resize({ width: widths[variant], withoutEnlargement: true })
        .webp({ quality: 80 })
        .toBuffer({ resolveWithObject: true })
      variants.push({
        variant,
        bytes: data,
        mediaType: "image/webp",
        width: info.width,
        height: info.height,
      })
    }
    return { width: autoOrient.width, height: autoOrient.height, variants }
  } catch (error) {
    // Everything libvips says of an image means the same to whoever sent it: this one cannot be drawn.
    return /pixel limit/i.test((error as Error).message) ? "too_many_pixels" : "broken_image"
  }
}
