-- Rating schemes as data: groups, criteria, what is scored in each, and its scale, in the shape of
-- src/features/ratings/definition.ts. A row is one version of a scheme; a published one is never rewritten.
alter table rating_schemes
  drop constraint rating_schemes_code_key,
  add column number integer not null default 1 check (number > 0),
  add column definition jsonb not null default '{"groups": []}',
  -- The version it was made from.
  add column made_from_id bigint references rating_schemes,
  -- Grows with every change before it is published; two people never overwrite each other.
  add column version integer not null default 1,
  add column published_at timestamptz,
  add unique (code, number),
  add check (valid_from <= valid_to);
alter table rating_classes drop constraint rating_classes_scheme_id_fkey,
  add foreign key (scheme_id) references rating_schemes on delete cascade;

-- Circular 01/2020 as far as it was recovered: points of criteria 1 to 9. How the 40 points of the third group are
-- split, and every scale, were in no source seen: null and "awaits_scale" say so, and nothing stands in their place.
update rating_schemes set published_at = now(), definition = '{"groups": [
  {"code": "I", "most": 30, "label": {"vi":"Tài chính của hợp tác xã","en":"Finance"}, "criteria": [
    {"code": "1", "most": 7, "label": {"vi":"Vốn của hợp tác xã","en":"Capital"}, "items": [
      {"code":"1a","label":{"vi":"Tổng nguồn vốn bình quân","en":"Average total capital"},"most":6,"input":"points","awaits_scale":true,"figures":["capital_average"],"scored_by":null,"scale":[],"choices":[]},
      {"code":"1b","label":{"vi":"Tổng nguồn vốn tăng so với năm trước","en":"Total capital higher than in the year before"},"most":1,"input":"yes_no","awaits_scale":false,"figures":["capital_growth"],"scored_by":"capital_growth","scale":[],"choices":[]}]},
    {"code": "2", "most": 6, "label": {"vi":"Tài sản của hợp tác xã","en":"Assets"}, "items": [
      {"code":"2a","label":{"vi":"Tổng tài sản không chia bình quân","en":"Average undivided assets"},"most":5,"input":"points","awaits_scale":true,"figures":["undivided_assets_average"],"scored_by":null,"scale":[],"choices":[]},
      {"code":"2b","label":{"vi":"Tổng tài sản không chia tăng so với năm trước","en":"Undivided assets higher than in the year before"},"most":1,"input":"yes_no","awaits_scale":false,"figures":["undivided_assets_growth"],"scored_by":"undivided_assets_growth","scale":[],"choices":[]}]},
    {"code": "3", "most": 11, "label": {"vi":"Kết quả sản xuất, kinh doanh trong năm","en":"Business results of the year"}, "items": [
      {"code":"3a","label":{"vi":"Tổng doanh thu bán hàng và cung cấp dịch vụ","en":"Revenue from sales and services"},"most":4,"input":"points","awaits_scale":true,"figures":["revenue"],"scored_by":null,"scale":[],"choices":[]},
      {"code":"3b","label":{"vi":"Tỷ lệ đáp ứng sản phẩm, dịch vụ cho thành viên","en":"Share of members’ needs served"},"most":3,"input":"points","awaits_scale":true,"figures":["revenue_from_members_share"],"scored_by":null,"scale":[],"choices":[]},
      {"code":"3c","label":{"vi":"Lợi nhuận (thu nhập) trước thuế","en":"Profit (income) before tax"},"most":4,"input":"points","awaits_scale":true,"figures":["profit_before_tax"],"scored_by":null,"scale":[],"choices":[]}]},
    {"code": "4", "most": 6, "label": {"vi":"Trích lập các quỹ","en":"Setting aside funds"}, "items": [
      {"code":"4a","label":{"vi":"Tỷ lệ trích lập quỹ đầu tư phát triển","en":"Share set aside for the development investment fund"},"most":2,"input":"points","awaits_scale":true,"figures":["development_fund","profit_before_tax"],"scored_by":null,"scale":[],"choices":[]},
      {"code":"4b","label":{"vi":"Tỷ lệ trích lập quỹ dự phòng tài chính","en":"Share set aside for the financial reserve"},"most":2,"input":"points","awaits_scale":true,"figures":["reserve_fund","profit_before_tax"],"scored_by":null,"scale":[],"choices":[]},
      {"code":"4c","label":{"vi":"Tỷ lệ trích lập các quỹ khác","en":"Share set aside for other funds"},"most":2,"input":"points","awaits_scale":true,"figures":["other_funds","profit_before_tax"],"scored_by":null,"scale":[],"choices":[]}]}]},
  {"code": "II", "most": 30, "label": {"vi":"Quản trị, điều hành và năng lực của hợp tác xã","en":"Governance, management and capacity"}, "criteria": [
    {"code": "5", "most": 8, "label": {"vi":"Chấp hành pháp luật trong tổ chức và hoạt động","en":"Obeying the law in organisation and operation"}, "items": [
      {"code":"5","label":{"vi":"Chấp hành pháp luật trong tổ chức và hoạt động","en":"Obeying the law in organisation and operation"},"most":8,"input":"points","awaits_scale":true,"figures":[],"scored_by":null,"scale":[],"choices":[]}]},
    {"code": "6", "most": 6, "label": {"vi":"Giải quyết tranh chấp, khiếu nại","en":"Settling disputes and complaints"}, "items": [
      {"code":"6","label":{"vi":"Giải quyết tranh chấp, khiếu nại","en":"Settling disputes and complaints"},"most":6,"input":"points","awaits_scale":true,"figures":[],"scored_by":null,"scale":[],"choices":[]}]},
    {"code": "7", "most": 6, "label": {"vi":"Trình độ cán bộ quản lý, điều hành","en":"Level of the managers"}, "items": [
      {"code":"7a","label":{"vi":"Tỷ lệ cán bộ có trình độ đại học, cao đẳng trở lên","en":"Share of managers with college or higher education"},"most":2,"input":"points","awaits_scale":true,"figures":["managers_with_college_share"],"scored_by":null,"scale":[],"choices":[]},
      {"code":"7b","label":{"vi":"Tỷ lệ cán bộ có trình độ sơ cấp, trung cấp","en":"Share of managers with elementary or intermediate training"},"most":2,"input":"points","awaits_scale":true,"figures":["managers_with_training_share"],"scored_by":null,"scale":[],"choices":[]},
      {"code":"7c","label":{"vi":"Tỷ lệ cán bộ trẻ","en":"Share of young managers"},"most":2,"input":"points","awaits_scale":true,"figures":[],"scored_by":null,"scale":[],"choices":[]}]},
    {"code": "8", "most": 6, "label": {"vi":"Chế độ, chính sách cho thành viên và người lao động","en":"Regimes and policies for members and workers"}, "items": [
      {"code":"8","label":{"vi":"Chế độ, chính sách cho thành viên và người lao động","en":"Regimes and policies for members and workers"},"most":6,"input":"points","awaits_scale":true,"figures":[],"scored_by":null,"scale":[],"choices":[]}]},
    {"code": "9", "most": 4, "label": {"vi":"Mức độ áp dụng tiến bộ khoa học kỹ thuật, xây dựng thương hiệu, chuỗi giá trị","en":"Applying science and technology, brand, value chain"}, "items": [
      {"code":"9","label":{"vi":"Mức độ áp dụng tiến bộ khoa học kỹ thuật, xây dựng thương hiệu, chuỗi giá trị","en":"Applying science and technology, brand, value chain"},"most":4,"input":"points","awaits_scale":true,"figures":[],"scored_by":null,"scale":[],"choices":[]}]}]},
  {"code": "III", "most": 40, "label": {"vi":"Thành viên, lợi ích thành viên và cộng đồng","en":"Members, their benefits and the community"}, "criteria": [
    {"code": "10", "most": null, "label": {"vi":"Mức độ tham gia của thành viên đối với hợp tác xã","en":"Members’ participation in the cooperative"}, "items": [
      {"code":"10","label":{"vi":"Mức độ tham gia của thành viên đối với hợp tác xã","en":"Members’ participation in the cooperative"},"most":null,"input":"points","awaits_scale":true,"figures":[],"scored_by":null,"scale":[],"choices":[]}]},
    {"code": "11", "most": null, "label": {"vi":"Lợi ích thành viên","en":"Members’ benefit"}, "items": [
      {"code":"11","label":{"vi":"Lợi ích thành viên","en":"Members’ benefit"},"most":null,"input":"points","awaits_scale":true,"figures":[],"scored_by":null,"scale":[],"choices":[]}]},
    {"code": "12", "most": null, "label": {"vi":"Sản phẩm, dịch vụ hợp tác xã cung ứng cho thành viên","en":"Products and services supplied to members"}, "items": [
      {"code":"12","label":{"vi":"Sản phẩm, dịch vụ hợp tác xã cung ứng cho thành viên","en":"Products and services supplied to members"},"most":null,"input":"points","awaits_scale":true,"figures":[],"scored_by":null,"scale":[],"choices":[]}]},
    {"code": "13", "most": null, "label": {"vi":"Công tác thông tin, truyền thông, đào tạo bồi dưỡng","en":"Information, communication and training"}, "items": [
      {"code":"13","label":{"vi":"Công tác thông tin, truyền thông, đào tạo bồi dưỡng","en":"Information, communication and training"},"most":null,"input":"points","awaits_scale":true,"figures":[],"scored_by":null,"scale":[],"choices":[]}]},
    {"code": "14", "most": null, "label": {"vi":"Mức độ ảnh hưởng tích cực đến cộng đồng","en":"Positive effect on the community"}, "items": [
      {"code":"14","label":{"vi":"Mức độ ảnh hưởng tích cực đến cộng đồng","en":"Positive effect on the community"},"most":null,"input":"points","awaits_scale":true,"figures":[],"scored_by":null,"scale":[],"choices":[]}]},
    {"code": "15", "most": null, "label": {"vi":"Hợp tác xã được khen thưởng trong năm","en":"Rewarded in the year"}, "items": [
      {"code":"15","label":{"vi":"Hợp tác xã được khen thưởng trong năm","en":"Rewarded in the year"},"most":null,"input":"points","awaits_scale":true,"figures":[],"scored_by":null,"scale":[],"choices":[]}]}]}]}'
where code = 'tt01-2020';

-- Which scheme a year is rated by, where an administrator chose otherwise than the days of validity say.
create table rating_years (
  year integer primary key check (year between 1990 and 2100),
  scheme_id bigint not null references rating_schemes,
  reason text not null check (reason <> ''),
  chosen_by text not null
);

-- The scheme of a year: the one chosen, or the published one in force at its end. One organisation is never counted
-- under two schemes in one year.
create function rating_scheme_of(asked integer) returns bigint language sql stable parallel safe
  return coalesce(
    (select scheme_id from rating_years where year = asked),
    (select id from rating_schemes
      where published_at is not null and make_date(asked, 12, 31) between valid_from and valid_to
      order by valid_from desc, number desc limit 1));

create function keep_published_scheme() returns trigger language plpgsql as $$
begin
  if exists (select from rating_schemes where id = coalesce(new.scheme_id, old.scheme_id) and published_at is not null) then
    raise exception 'a published rating scheme is never rewritten';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_published before insert or update or delete on rating_classes
  for each row execute function keep_published_scheme();

-- Only the end of its validity may still be set.
create function keep_published_definition() returns trigger language plpgsql as $$
begin
  raise exception 'a published rating scheme is never rewritten';
end $$;
create trigger keep_published before update on rating_schemes for each row
  when (old.published_at is not null and (old.code, old.number, old.name, old.legal_basis, old.valid_from, old.definition, old.published_at)
    is distinct from (new.code, new.number, new.name, new.legal_basis, new.valid_from, new.definition, new.published_at))
  execute function keep_published_definition();
create trigger keep_published_there before delete on rating_schemes for each row
  when (old.published_at is not null) execute function keep_published_definition();

create trigger note_facts after insert or update or delete or truncate on rating_years
  for each statement execute function note_facts('reports');
