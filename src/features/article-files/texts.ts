import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Ảnh và tệp cho tin bài", "Images and files for articles"],
  lead: [
    "Tải tệp lên ở đây, rồi chép dòng HTML bên dưới tệp vào nội dung bài. Người đọc chỉ thấy tệp khi bài dùng nó đã đăng.",
    "Upload a file here, then copy the line of HTML below it into the text. Readers see a file once an article that uses it is published.",
  ],
  articles: ["Tin bài", "Articles"],
  file: ["Tệp", "File"],
  fileHint: [
    "Ảnh JPEG, PNG, WebP, GIF đến 20 MB; tài liệu PDF, Word, Excel, PowerPoint, OpenDocument, CSV đến 50 MB.",
    "Images (JPEG, PNG, WebP, GIF) up to 20 MB; documents (PDF, Word, Excel, PowerPoint, OpenDocument, CSV) up to 50 MB.",
  ],
  upload: ["Tải lên", "Upload"],
  yours: ["Tệp bạn đã tải lên", "Files you uploaded"],
  snippet: [(name: string) => `HTML để dùng ${name}`, (name: string) => `HTML that uses ${name}`],
  snippetAlt: ["VIẾT NỘI DUNG ẢNH Ở ĐÂY", "WRITE HERE WHAT THE IMAGE SHOWS"],
  altHint: [
    'Thay phần chữ hoa trong alt bằng nội dung ảnh, cho người không nhìn thấy ảnh. Ảnh chỉ để trang trí thì để alt="".',
    'Put what the image shows in place of the capitals in alt, for those who cannot see it. For an image that only decorates, leave alt="".',
  ],
  chooseFile: ["Hãy chọn một tệp.", "Choose a file."],
})
