/**
 * Numbers of identity cards and passports are never shown in public (Law 91/2025/QH15 on personal data), and old
 * portals printed them in lists of candidates and decisions. They stay in what was imported; readers see that one was
 * taken out.
 */
export function hidePersonalNumbers(text: string) {
  return text.replace(named, (whole, words: string, number: string) =>
    isPersonal(number) ? `${words}${hidden}` : whole,
  )
}

const hidden = "[số đã ẩn]"

/** What such a number is called, then up to a few words or marks of HTML, then digits in one go or in groups. */
const named =
  /((?:căn\s+cước(?:\s+công\s+dân)?|CCCD|CMND|CMTND|chứng\s+minh\s+(?:nhân\s+dân|thư)|số\s+định\s+danh(?:\s+cá\s+nhân)?|hộ\s+chiếu)(?:[^\d<]|<[^>]*>){0,60}?)([A-Z]?\d(?:[\s.]?\d){6,11})(?!\d)/giu

/** Nine digits on the old card, twelve on the new one; a letter and seven on a passport. */
function isPersonal(number: string) {
  const digits = number.replace(/\D/g, "").length
  return /^[a-z]/i.test(number) ? digits === 7 : digits === 9 || digits === 12
}
