import { inBoth } from "../../ui/language.ts"

/** Why a file is not taken, and what to do. */
export const refusalTexts = inBoth({
  empty: ["Tệp không có nội dung. Hãy chọn lại tệp.", "The file is empty. Choose the file again."],
  too_large: [
    "Tệp quá lớn: ảnh tối đa 20 MB, tài liệu tối đa 50 MB. Hãy nén ảnh trong tài liệu, hoặc chia tệp thành nhiều phần.",
    "The file is too large: 20 MB for an image, 50 MB for a document. Compress the pictures in it, or split it into parts.",
  ],
  unknown: [
    "Loại tệp này không nhận được. Hãy gửi ảnh JPEG, PNG, WebP, GIF, hoặc tài liệu PDF, Word, Excel, PowerPoint, OpenDocument, CSV, văn bản UTF-8.",
    "This kind of file is not taken. Send an image (JPEG, PNG, WebP, GIF), or a document: PDF, Word, Excel, PowerPoint, OpenDocument, CSV or text in UTF-8.",
  ],
  svg: [
    "Ảnh SVG có thể mang mã lệnh nên không nhận được. Hãy xuất ảnh thành PNG rồi gửi lại.",
    "SVG images can carry programs and are not taken. Export the image as PNG and send that.",
  ],
  archive: [
    "Tệp nén (ZIP, RAR, 7z …) không nhận được. Hãy giải nén rồi gửi từng tệp.",
    "Archives (ZIP, RAR, 7z …) are not taken. Unpack it and send each file.",
  ],
  macros: [
    "Tài liệu có macro nên không nhận được. Hãy lưu lại thành .docx, .xlsx, .pptx (không có macro) hoặc PDF rồi gửi lại.",
    "The document carries macros and is not taken. Save it as .docx, .xlsx, .pptx (without macros) or PDF, and send that.",
  ],
  broken_image: [
    "Không đọc được ảnh này: tệp có thể bị hỏng hoặc chưa tải hết. Hãy mở ảnh trên máy, lưu lại thành JPEG hoặc PNG rồi gửi lại.",
    "This image cannot be read: it may be damaged or cut short. Open it, save it again as JPEG or PNG, and send that.",
  ],
  too_many_pixels: [
    "Ảnh có quá nhiều điểm ảnh (tối đa 50 triệu). Hãy thu nhỏ ảnh rồi gửi lại.",
    "The image has too many pixels (50 million at most). Make it smaller and send it again.",
  ],
})
export type Refusal = keyof (typeof refusalTexts)["vi"]
