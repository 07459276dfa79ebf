/**
 * Everything that leaves an entry in the change log: what kind of record it is about, and what was done to it, in the
 * words that follow the name of who did it. A writer cannot log what has no words here.
 */
export const deeds = {
  article: {
    name: ["tin bài", "article"],
    did: {
      import: ["đã nhập tin bài", "imported the article"],
      write: ["đã viết tin bài", "wrote the article"],
      restore: ["đã khôi phục phiên bản cũ của tin bài", "restored an earlier version of the article"],
      submit: ["đã gửi duyệt tin bài", "sent the article for review"],
      take_back: ["đã rút tin bài khỏi duyệt", "took the article back from review"],
      return: ["đã trả lại tin bài", "returned the article"],
      publish: ["đã đăng tin bài", "published the article"],
      correct: ["đã đăng bản đính chính của tin bài", "published a correction of the article"],
      schedule: ["đã hẹn giờ đăng tin bài", "scheduled the article"],
      unschedule: ["đã bỏ hẹn giờ đăng tin bài", "took the article off the schedule"],
      unpublish: ["đã gỡ tin bài", "took the article down"],
      republish: ["đã đăng lại tin bài", "published the article again"],
      share: ["đã tạo liên kết xem trước tin bài", "made a preview link of the article"],
      revoke: ["đã thu hồi liên kết xem trước tin bài", "revoked a preview link of the article"],
      move: ["đã đổi địa chỉ tin bài", "moved to another address the article"],
    },
  },
  highlight: {
    name: ["tin nổi bật", "highlight"],
    did: {
      add: ["đã thêm tin nổi bật", "added the highlight"],
      change: ["đã sửa tin nổi bật", "changed the highlight"],
      move: ["đã đổi vị trí tin nổi bật", "moved the highlight"],
      end: ["đã hạ tin nổi bật", "ended the highlight"],
    },
  },
  section: {
    name: ["chuyên mục", "section"],
    did: {
      add: ["đã thêm chuyên mục", "added the section"],
      rename: ["đã đổi tên chuyên mục", "renamed the section"],
      move: ["đã đổi vị trí chuyên mục", "moved the section"],
      retire: ["đã ngừng dùng chuyên mục", "retired the section"],
      restore: ["đã dùng lại chuyên mục", "brought back the section"],
      delete: ["đã xóa chuyên mục", "deleted the section"],
    },
  },
  file: {
    name: ["tệp", "file"],
    did: {
      keep: ["đã tải lên tệp", "uploaded the file"],
    },
  },
  plan: {
    name: ["kế hoạch", "plan"],
    did: {
      import: ["đã nhập kế hoạch", "imported the plan"],
      publish: ["đã công bố kế hoạch", "published the plan"],
    },
  },
  measurement: {
    name: ["số đo", "measurement"],
    did: {
      measure: ["đã ghi số đo của chỉ tiêu", "recorded a figure for the target"],
    },
  },
  site: {
    name: ["thông tin của trang", "what the site says of itself"],
    did: {
      change: ["đã sửa thông tin của trang", "changed what the site says of itself"],
    },
  },
  organisation: {
    name: ["tổ chức", "organisation"],
    did: {
      add: ["đã thêm vào sổ đăng ký tổ chức", "added to the register the organisation"],
      record_event: ["đã ghi một sự kiện của tổ chức", "recorded an event of the organisation"],
      correct_event: ["đã ghi đính chính một sự kiện của tổ chức", "corrected an event of the organisation"],
      add_record: ["đã thêm một mục vào hồ sơ của tổ chức", "added to the record of the organisation"],
      correct_record: [
        "đã sửa một mục trong hồ sơ của tổ chức",
        "changed an item in the record of the organisation",
      ],
      remove_record: ["đã hủy một mục ghi nhầm của tổ chức", "took back a wrong item of the organisation"],
      withdraw_event: [
        "đã hủy một sự kiện ghi nhầm của tổ chức",
        "took back a wrong event of the organisation",
      ],
      join: ["đã gộp một bản ghi trùng vào tổ chức", "joined a duplicate into the organisation"],
      undo_join: ["đã hoàn tác việc gộp vào tổ chức", "undid a joining into the organisation"],
      tell_apart: ["đã xác định là không trùng tổ chức", "told apart from another the organisation"],
      take_back_apart: [
        "đã rút kết luận không trùng của tổ chức",
        "took back the telling apart of the organisation",
      ],
      place: [
        "đã xếp vào một xã sau khi xã cũ được chia cho tổ chức",
        "said which commune, after its own was divided, has the organisation",
      ],
    },
  },
  register_import: {
    name: ["tệp Excel của sổ đăng ký", "workbook of the register"],
    did: {
      send: ["đã gửi để kiểm tra tệp Excel", "sent to be checked the workbook"],
      map: ["đã xác nhận các cột của tệp Excel", "confirmed the columns of the workbook"],
      forget_map: [
        "đã quên cách đọc các cột của tệp Excel",
        "forgot how to read the columns of the workbook",
      ],
      recheck: ["đã kiểm tra lại tệp Excel", "checked again the workbook"],
      apply: ["đã ghi vào sổ đăng ký tệp Excel", "entered in the register the workbook"],
      undo: ["đã hoàn tác việc nhập tệp Excel", "undid the import of the workbook"],
    },
  },
  mistake: {
    name: ["báo sai sót", "report of a mistake"],
    did: {
      report: ["đã gửi báo sai sót", "sent the report of a mistake"],
      mend: ["đã sửa theo báo sai sót", "mended what was in the report of a mistake"],
      dismiss: ["đã xem và không sửa theo báo sai sót", "found nothing wrong in the report of a mistake"],
      forget: ["đã xóa cách liên hệ trong báo sai sót", "removed the senders of reports of mistakes"],
    },
  },
  report_form: {
    name: ["mẫu báo cáo", "report form"],
    did: {
      add: ["đã thêm phiên bản của mẫu báo cáo", "added a version of the report form"],
      change: ["đã sửa mẫu báo cáo", "changed the report form"],
      publish: ["đã ban hành mẫu báo cáo", "put into use the report form"],
      withdraw: ["đã rút về bản nháp mẫu báo cáo", "made a draft again the report form"],
      remove: ["đã xóa bản nháp của mẫu báo cáo", "deleted a draft of the report form"],
    },
  },
  reporting_round: {
    name: ["đợt báo cáo", "reporting round"],
    did: {
      open: ["đã mở đợt báo cáo", "opened the reporting round"],
      change: ["đã sửa đợt báo cáo", "changed the reporting round"],
      close: ["đã khóa đợt báo cáo", "closed the reporting round"],
      correct: ["đã chốt lại số liệu của đợt báo cáo", "froze anew the figures of the reporting round"],
      extend: ["đã gia hạn trong đợt báo cáo", "gave more time in the reporting round"],
      take_back_extension: ["đã bỏ gia hạn trong đợt báo cáo", "took back more time in the reporting round"],
      plan_reminder: ["đã thêm lịch nhắc nộp cho đợt báo cáo", "planned a reminder of the reporting round"],
      drop_reminder: ["đã bỏ lịch nhắc nộp của đợt báo cáo", "dropped a reminder of the reporting round"],
      remind: ["đã nhắc nộp trong đợt báo cáo", "sent reminders in the reporting round"],
      excuse: [
        "đã ghi miễn hoặc không phát sinh trong đợt báo cáo",
        "excused someone in the reporting round",
      ],
      take_back_excuse: ["đã bỏ miễn trong đợt báo cáo", "took back an excuse in the reporting round"],
    },
  },
  report: {
    name: ["báo cáo", "report"],
    did: {
      open: ["đã bắt đầu báo cáo", "began the report"],
      save: ["đã lưu báo cáo", "saved the report"],
      submit: ["đã gửi báo cáo", "sent the report"],
      resubmit: ["đã gửi lại báo cáo", "sent again the report"],
      withdraw: ["đã rút lại báo cáo", "took back the report"],
      return: ["đã trả lại báo cáo", "returned the report"],
      accept: ["đã tiếp nhận báo cáo", "accepted the report"],
      accept_for_province: ["đã duyệt ở cấp tỉnh báo cáo", "accepted for the province the report"],
      take_back_acceptance: ["đã rút lại việc tiếp nhận báo cáo", "took back the acceptance of the report"],
      lock: ["đã khóa báo cáo", "locked the report"],
      reopen: ["đã mở lại báo cáo", "opened again the report"],
      answer: ["đã trả lời câu hỏi về báo cáo", "answered a question about the report"],
    },
  },
  report_import: {
    name: ["tệp Excel báo cáo", "workbook of reports"],
    did: {
      send: ["đã gửi để kiểm tra tệp Excel báo cáo", "sent to be checked the workbook of reports"],
      check: ["đã kiểm tra tệp Excel báo cáo", "checked the workbook of reports"],
      apply: ["đã ghi báo cáo từ tệp Excel báo cáo", "took the reports from the workbook of reports"],
      withdraw: [
        "đã rút lại báo cáo của tệp Excel báo cáo",
        "took back the reports of the workbook of reports",
      ],
    },
  },
  rating_scheme: {
    name: ["bộ tiêu chí xếp loại", "rating scheme"],
    did: {
      add: ["đã thêm bộ tiêu chí xếp loại", "added the rating scheme"],
      change: ["đã sửa bộ tiêu chí xếp loại", "changed the rating scheme"],
      publish: ["đã đưa vào áp dụng bộ tiêu chí xếp loại", "put into use the rating scheme"],
      choose: ["đã chọn cho một năm bộ tiêu chí xếp loại", "chose for a year the rating scheme"],
    },
  },
  rating: {
    name: ["phiếu đánh giá, xếp loại", "scoring sheet"],
    did: {
      save: ["đã lưu phiếu đánh giá, xếp loại", "saved the scoring sheet"],
      check: [
        "đã ghi kết quả kiểm tra của ban kiểm soát trên phiếu đánh giá, xếp loại",
        "recorded the control board’s check of the scoring sheet",
      ],
      submit: ["đã gửi phiếu đánh giá, xếp loại", "sent the scoring sheet"],
      return: ["đã trả lại phiếu đánh giá, xếp loại", "returned the scoring sheet"],
      accept: ["đã tiếp nhận phiếu đánh giá, xếp loại", "accepted the scoring sheet"],
      object: ["đã ghi ý kiến khiếu nại về phiếu đánh giá, xếp loại", "objected to the scoring sheet"],
      answer: [
        "đã trả lời khiếu nại về phiếu đánh giá, xếp loại",
        "answered an objection to the scoring sheet",
      ],
      review: ["đã chấm lại phiếu đánh giá, xếp loại", "scored for the office the scoring sheet"],
      exclude: ["đã ghi không đánh giá, xếp loại đối với", "recorded as not rated"],
      rank: ["đã ghi xếp hạng của Ngân hàng Nhà nước cho", "recorded the State Bank’s rank of"],
    },
  },
  reporting_window: {
    name: ["thời hạn báo cáo năm", "reporting window"],
    did: {
      add: ["đã thêm thời hạn báo cáo năm", "added a reporting window"],
      correct: ["đã sửa thời hạn báo cáo năm", "corrected a reporting window"],
      end: ["đã kết thúc thời hạn báo cáo năm", "ended a reporting window"],
      undo: ["đã hoàn tác thay đổi thời hạn báo cáo năm", "undid a change of the reporting windows"],
    },
  },
  size_threshold: {
    name: ["ngưỡng quy mô", "size threshold"],
    did: {
      add: ["đã thêm ngưỡng quy mô", "added the size threshold"],
      change: ["đã sửa ngưỡng quy mô", "changed the size threshold"],
    },
  },
  estimate: {
    name: ["số ước thực hiện", "estimate"],
    did: {
      record: ["đã ghi số ước thực hiện", "recorded the estimate"],
      replace: ["đã thay số ước thực hiện", "replaced the estimate"],
      plan: ["đã ghi số kế hoạch", "put down the planned figure"],
      replan: ["đã thay số kế hoạch", "replaced the planned figure"],
    },
  },
  official_report: {
    name: ["báo cáo gửi Bộ", "report to the ministry"],
    did: {
      begin: ["đã lập báo cáo gửi Bộ", "began the report to the ministry"],
      write: ["đã viết phần lời của báo cáo gửi Bộ", "wrote in the report to the ministry"],
      change: [
        "đã sửa phần đầu, chữ ký của báo cáo gửi Bộ",
        "changed the letterhead of the report to the ministry",
      ],
      choose_source: [
        "đã chọn nguồn số liệu của báo cáo gửi Bộ",
        "chose the figures of the report to the ministry",
      ],
      build: ["đã xuất báo cáo gửi Bộ", "built the report to the ministry"],
    },
  },
  legal_rule: {
    name: ["quy định của luật", "rule of the law"],
    did: {
      add: ["đã thêm quy định của luật", "added the rule of the law"],
      change: ["đã sửa quy định của luật", "changed the rule of the law"],
    },
  },
  line_list: {
    name: ["hệ thống ngành nghề", "list of business lines"],
    did: {
      import: ["đã nhập hệ thống ngành nghề", "imported the list of business lines"],
      correct: [
        "đã sửa tên ngành trong hệ thống ngành nghề",
        "corrected a line of the list of business lines",
      ],
    },
  },
  agency: {
    name: ["cơ quan", "agency"],
    did: {
      add: ["đã thêm cơ quan", "added the agency"],
      correct: ["đã sửa lỗi ghi của cơ quan", "corrected the record of the agency"],
      end: ["đã kết thúc cơ quan", "ended the agency"],
    },
  },
  place: {
    name: ["địa bàn", "place"],
    did: {
      correct: ["đã sửa lỗi ghi của địa bàn", "corrected the record of the place"],
    },
  },
  places: {
    name: ["danh mục địa bàn", "list of places"],
    did: {
      load: ["đã nạp danh mục địa bàn", "loaded the list of places"],
      follow: [
        "đã chuyển tổ chức theo địa bàn được sắp xếp trong danh mục địa bàn",
        "let organisations follow the reorganised places in the list of places",
      ],
    },
  },
  reorganisation: {
    name: ["sắp xếp địa bàn", "reorganisation of places"],
    did: {
      send: ["đã gửi tệp sắp xếp địa bàn", "sent the reorganisation of places"],
      apply: ["đã áp dụng sắp xếp địa bàn", "applied the reorganisation of places"],
      take_back: ["đã hoàn tác sắp xếp địa bàn", "took back the reorganisation of places"],
      discard: ["đã bỏ tệp sắp xếp địa bàn", "discarded the reorganisation of places"],
    },
  },
  person: {
    name: ["người dùng", "person"],
    did: {
      invite: ["đã mời", "invited"],
      accept: ["đã nhận lời mời và đặt mật khẩu", "accepted the invitation and chose a password"],
      become_first: ["đã trở thành quản trị viên đầu tiên", "became the first administrator"],
      invite_first_administrator: [
        "đã tạo liên kết cho quản trị viên đầu tiên",
        "made a link for the first administrator",
      ],
      ask_reset: [
        "đã gửi, theo yêu cầu, liên kết đặt lại mật khẩu cho",
        "sent, when asked to, a link for a new password to",
      ],
      link_single_sign_on: [
        "đã nối tài khoản với đăng nhập một cửa",
        "linked the account with the single sign-on",
      ],
      begin_authenticator: ["đã bắt đầu cài ứng dụng xác thực", "began to set up an authenticator"],
      reset_access: ["đã gửi liên kết đặt lại mật khẩu cho", "sent a link for a new password to"],
      reset_password: ["đã đặt lại mật khẩu bằng liên kết", "chose a new password through a link"],
      change_password: ["đã đổi mật khẩu", "changed the password"],
      disable: ["đã khóa tài khoản của", "disabled the account of"],
      enable: ["đã mở khóa tài khoản của", "enabled the account of"],
      reset_second_factor: ["đã đặt lại bước xác minh thứ hai của", "reset the second factor of"],
      set_up_authenticator: ["đã cài ứng dụng xác thực", "set up an authenticator"],
      remove_authenticator: ["đã gỡ ứng dụng xác thực", "removed the authenticator"],
      renew_recovery_codes: ["đã tạo mã khôi phục mới", "made new recovery codes"],
      add_passkey: ["đã thêm khóa truy cập", "added a passkey"],
      remove_passkey: ["đã gỡ khóa truy cập", "removed a passkey"],
      end_sessions: ["đã kết thúc phiên làm việc của", "ended sessions of"],
    },
  },
  role: {
    name: ["vai trò", "role"],
    did: {
      give: ["đã giao vai trò cho", "gave a role to"],
      end: ["đã kết thúc vai trò của", "ended a role of"],
      give_on: ["đã giao tiếp vai trò hết hiệu lực của", "gave on an ended role of"],
      dismiss: ["đã quyết định không giao tiếp vai trò của", "settled that nothing follows an ended role of"],
    },
  },
  mail: {
    name: ["thư", "mail"],
    did: {
      test: ["đã gửi thư kiểm tra", "sent a test mail"],
      send: ["đã gửi thư", "sent the mail"],
      keep: ["đã giữ thư lại trong hộp thư thử nghiệm", "kept in the test mailbox the mail"],
      fail: ["không gửi được thư", "could not send the mail"],
      retry: ["đã cho gửi lại thư", "had another try at the mail"],
      forget: ["đã xóa nội dung và bản ghi của thư cũ", "removed texts and records of old mails"],
    },
  },
  job: {
    name: ["công việc nền", "job"],
    did: {
      retry: ["đã cho chạy lại công việc nền", "had another try at the job"],
    },
  },
  sample: {
    name: ["dữ liệu mẫu", "sample data"],
    did: {
      load: ["đã nạp dữ liệu mẫu", "loaded sample data"],
      clear: ["đã xóa dữ liệu mẫu", "cleared the sample data"],
    },
  },
} as const satisfies Record<string, Words>

type Pair = readonly [vi: string, en: string]
type Words = { name: Pair; did: Readonly<Record<string, Pair>> }

export type RecordKind = keyof typeof deeds
export const recordKinds = Object.keys(deeds) as RecordKind[]

/** A kind of record, together with something that can be done to it. */
export type Deed = {
  [Kind in RecordKind]: { record_kind: Kind; action: ActionOn<Kind> }
}[RecordKind]
export type ActionOn<Kind extends RecordKind> = keyof (typeof deeds)[Kind]["did"] & string

export function isRecordKind(text: string | undefined): text is RecordKind {
  return text !== undefined && Object.hasOwn(deeds, text)
}

export function isDeed(kind: string | undefined, action: string) {
  return isRecordKind(kind) && Object.hasOwn(deeds[kind].did, action)
}

/** The words of an entry; entries from before a deed was renamed have none. */
export function wordsOf(kind: string, action: string) {
  const known: Record<string, Words> = deeds
  const words = Object.hasOwn(known, kind) ? known[kind] : undefined
  return { name: words?.name, did: words && Object.hasOwn(words.did, action) ? words.did[action] : undefined }
}
