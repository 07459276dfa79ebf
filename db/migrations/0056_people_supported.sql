-- How many people were trained, placed or insured: the ministry's table of support counts them beside the money.
alter table organisation_supports add column people integer check (people >= 0);
