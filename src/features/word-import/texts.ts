import { inBoth } from "../../ui/language.ts"
import type { LeftOut } from "./read-word.ts"

export const texts = inBoth({
  title: ["Bài mới từ tệp Word", "New article from a Word file"],
  lead: [
    "Đề mục, danh sách, bảng, liên kết và ảnh được giữ lại; phông chữ, màu và cỡ chữ theo kiểu của trang. Tệp Word không được lưu.",
    "Headings, lists, tables, links and images come along; fonts, colours and sizes are those of the site. The Word file itself is not kept.",
  ],
  articles: ["Tin bài", "Articles"],
  file: ["Tệp Word (.docx)", "Word file (.docx)"],
  fileHint: ["Tối đa 50 MB, không có macro.", "At most 50 MB, without macros."],
  section: ["Chuyên mục", "Section"],
  sectionEmpty: ["Chọn chuyên mục", "Choose a section"],
  chooseSection: ["Hãy chọn chuyên mục.", "Choose a section."],
  chooseFile: ["Hãy chọn một tệp.", "Choose a file."],
  make: ["Tạo bản nháp", "Make a draft"],
  made: ["Đã tạo bản nháp", "The draft is made"],
  check: ["Xem lại trước khi gửi duyệt", "To check before it goes to review"],
  whole: ["Mọi thứ trong tệp đã sang bài viết.", "All that was in the file has come along."],
  open: ["Mở bản nháp để sửa", "Open the draft"],
  noteBegins: [(name: string) => `Từ tệp Word “${name}”.`, (name: string) => `From the Word file “${name}”.`],
})

export const refusalTexts = inBoth({
  not_word: [
    "Đây không phải tệp Word .docx. Hãy mở tệp bằng Word, chọn Lưu thành, kiểu .docx, rồi gửi lại.",
    "This is no Word file (.docx). Open it in Word, choose Save As, type .docx, and send that.",
  ],
  older_word: [
    "Tệp này ở dạng Word cũ (.doc) hoặc có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu nếu có, lưu thành .docx rồi gửi lại.",
    "This is an older Word file (.doc), or has a password. Open it in Word, take the password off if there is one, save it as .docx and send that.",
  ],
  macros: [
    "Tệp có macro nên không nhận được. Hãy lưu lại thành .docx rồi gửi lại.",
    "The file carries macros and is not taken. Save it as .docx and send that.",
  ],
  locked: [
    "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.",
    "The file has a password. Take it off and send the file again.",
  ],
  broken: [
    "Tệp bị hỏng hoặc chưa tải hết. Hãy mở bằng Word, lưu lại rồi gửi lại.",
    "The file is damaged or cut short. Open it in Word, save it again and send that.",
  ],
  too_much: [
    "Nội dung trong tệp quá lớn. Hãy nén ảnh trong Word hoặc chia tệp thành nhiều phần.",
    "There is too much in the file. Compress the pictures in Word, or split the file into parts.",
  ],
  too_hard: [
    "Không đọc được tệp này trong thời gian cho phép. Hãy chép nội dung sang một tệp Word mới rồi gửi lại.",
    "The file could not be read in the time there is. Copy its content into a new Word file and send that.",
  ],
  too_many_images: [
    "Tệp có quá nhiều ảnh (tối đa 60). Hãy chia tệp thành nhiều phần.",
    "There are too many images in the file (60 at most). Split it into parts.",
  ],
  empty: ["Tệp không có nội dung.", "There is nothing in the file."],
})

type Told = Record<LeftOut["kind"], (left: LeftOut) => string>

const inVietnamese: Told = {
  comments: ({ count }) => `${count} nhận xét bên lề đã bỏ.`,
  deletions: ({ count }) =>
    `${count} đoạn bị gạch xóa trong chế độ theo dõi thay đổi đã bỏ; các đoạn thêm vào được giữ.`,
  equations: ({ count }) => `${count} công thức toán đã bỏ. Hãy chèn lại thành ảnh.`,
  charts: ({ count }) => `${count} biểu đồ đã bỏ. Hãy chèn lại thành ảnh hoặc bảng.`,
  diagrams: ({ count }) => `${count} sơ đồ đã bỏ. Hãy chèn lại thành ảnh.`,
  embedded: ({ count }) => `${count} tệp nhúng (Excel…) đã bỏ. Hãy tải lên thành tệp đính kèm.`,
  headers: () => "Đầu trang và chân trang đã bỏ.",
  images: ({ count }) =>
    `${count} ảnh không nhận được (dạng EMF, WMF, ảnh liên kết từ nơi khác…). Hãy tải lên lại.`,
  imageTexts: ({ count }) => `${count} ảnh chưa có nội dung bằng chữ. Hãy viết trước khi lưu bài.`,
  footnotes: ({ count }) => `${count} chú thích được chuyển xuống cuối bài.`,
  styles: ({ names }) => `Các kiểu chữ sau được coi như đoạn thường: ${names?.join(", ")}.`,
}

const inEnglish: Told = {
  comments: ({ count }) => `Comments in the margin were left out (${count}).`,
  deletions: ({ count }) => `Tracked deletions were left out (${count}); tracked insertions are kept.`,
  equations: ({ count }) => `Equations were left out (${count}). Put them in again as images.`,
  charts: ({ count }) => `Charts were left out (${count}). Put them in again as images or tables.`,
  diagrams: ({ count }) => `Diagrams were left out (${count}). Put them in again as images.`,
  embedded: ({ count }) => `Embedded files were left out (${count}). Upload them as files.`,
  headers: () => "Headers and footers were left out.",
  images: ({ count }) =>
    `Images that could not be taken (EMF, WMF, linked from elsewhere …): ${count}. Upload them again.`,
  imageTexts: ({ count }) =>
    `Images that do not say what they show: ${count}. Write it before the article can be saved.`,
  footnotes: ({ count }) => `Footnotes were moved to the end (${count}).`,
  styles: ({ names }) => `These styles were taken for plain paragraphs: ${names?.join(", ")}.`,
}

export const leftOutTexts = { vi: inVietnamese, en: inEnglish }
